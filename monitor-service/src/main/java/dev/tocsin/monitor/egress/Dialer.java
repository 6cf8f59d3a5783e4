package dev.tocsin.monitor.egress;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Locale;

import dev.tocsin.monitor.timing.Deadline;
import dev.tocsin.monitor.timing.Phase;
import dev.tocsin.monitor.timing.Stopwatch;

/** Resolves once, vets every address, connects to one that passed. */
public final class Dialer {
    private final Resolver resolver;
    private final AddressPolicy policy;

    public Dialer(Resolver resolver, AddressPolicy policy) {
        this.resolver = resolver;
        this.policy = policy;
    }

    /**
     * A fresh connection, guarded by the deadline. The caller closes it.
     *
     * @throws Trouble when the name is unknown, every address is refused by policy, or nobody accepts
     */
    public Socket dial(String host, int port, Deadline deadline, Stopwatch watch) throws Trouble {
        return dial(host, port, deadline, watch, Avoid.NOTHING);
    }

    /** The same, trying what is to be avoided last. */
    public Socket dial(String host, int port, Deadline deadline, Stopwatch watch, Avoid avoid) throws Trouble {
        watch.enter(Phase.DNS);
        var addresses = avoid.last(vetted(host, deadline), port);
        watch.enter(Phase.CONNECT);
        Trouble last = null;
        for (var i = 0; i < addresses.size(); i++) {
            try {
                watch.at(text(addresses.get(i), port));
                return connect(addresses.get(i), port, deadline, addresses.size() - i);
            } catch (Trouble e) {
                last = e;
            }
        }
        throw last;
    }

    /**
     * The addresses of a name that may be connected to, at least one, for those who do not speak TCP.
     *
     * @throws Trouble when the name is unknown or every address is refused by policy
     */
    public List<InetAddress> vetted(String host, Deadline deadline) throws Trouble {
        var found = switch (resolver.resolve(host, deadline.left())) {
            case Resolver.Answer.Found(var addresses) -> addresses;
            case Resolver.Answer.NoSuchName(var reason) -> throw Trouble.ofTarget(reason);
            case Resolver.Answer.NoAnswer(var reason) -> throw Trouble.ours(reason);
        };
        var open = found.stream().filter(a -> policy.refusal(a).isEmpty()).toList();
        if (!open.isEmpty()) return open;
        throw Trouble.ours(found.stream()
                .flatMap(a -> policy.refusal(a).stream())
                .findFirst()
                .orElse("the resolver gave no address for " + host));
    }

    /** An address that stays silent may use its share of the time, not all of it. */
    private static Socket connect(InetAddress address, int port, Deadline deadline, int addressesLeft) throws Trouble {
        var socket = new Socket();
        var where = new InetSocketAddress(address, port);
        try {
            deadline.guard(socket);
            socket.setTcpNoDelay(true);
            socket.connect(where, (int) Math.max(1, deadline.left().toMillis() / addressesLeft));
            return socket;
        } catch (IOException e) {
            close(socket, e);
            throw explained(e, text(where), deadline);
        }
    }

    private static Trouble explained(IOException e, String where, Deadline deadline) {
        if (deadline.over() || e instanceof SocketTimeoutException)
            return Trouble.ofTarget("no connection to " + where + " in time", e);
        if (e instanceof NoRouteToHostException) return Trouble.ofTarget("no route to " + where, e);
        var words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (words.contains("network is unreachable") || words.contains("too many open files"))
            return Trouble.ours("cannot connect to " + where + ": " + words, e);
        if (e instanceof ConnectException) return Trouble.ofTarget(where + " refused the connection", e);
        return Trouble.ofTarget("no connection to " + where + ": " + e.getMessage(), e);
    }

    private static void close(Socket socket, IOException because) {
        try {
            socket.close();
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    /** {@code 127.0.0.1:80}, {@code [::1]:80}. */
    public static String text(InetSocketAddress where) {
        return text(where.getAddress(), where.getPort());
    }

    public static String text(InetAddress address, int port) {
        var host = address.getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
