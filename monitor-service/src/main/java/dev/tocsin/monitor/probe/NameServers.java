package dev.tocsin.monitor.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.tocsin.monitor.egress.Dialer;
import dev.tocsin.monitor.egress.Trouble;
import dev.tocsin.monitor.http.HttpUrl;
import dev.tocsin.monitor.timing.Deadline;

/**
 * Whom to ask for a name. A server that came with a check is vetted like any address; the machine's own, from its
 * {@code resolv.conf}, is the operator's choice and is not.
 */
final class NameServers {
    private static final Pattern GIVEN = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]]+)(?::(\\d{1,5}))?");
    private static final Pattern LINE = Pattern.compile("nameserver\\s+([0-9A-Fa-f:.]+)(?:%\\S+)?\\s*");

    private final Dialer dialer;
    private final Path resolvConf;

    NameServers(Dialer dialer, Path resolvConf) {
        this.dialer = dialer;
        this.resolvConf = resolvConf;
    }

    /** What is wrong with a server as it was given. @throws IllegalArgumentException */
    static void check(String given) {
        parse(given);
    }

    /** @param ours the machine's own: when it is silent, that is our trouble */
    record NameServer(InetSocketAddress address, boolean ours) {}

    NameServer of(Optional<String> given, Deadline deadline) throws Trouble {
        if (given.isEmpty()) return new NameServer(own(), true);
        var server = parse(given.get());
        var address = dialer.vetted(server.getHostString(), deadline).getFirst();
        return new NameServer(new InetSocketAddress(address, server.getPort()), false);
    }

    private static InetSocketAddress parse(String given) {
        var bare =
                given.chars().filter(c -> c == ':').count() > 1 && !given.startsWith("[") ? "[" + given + "]" : given;
        var matcher = GIVEN.matcher(bare);
        if (!matcher.matches()) throw new IllegalArgumentException("must be like 9.9.9.9 or ns1.example.org:53");
        var port = matcher.group(2) == null ? 53 : Integer.parseInt(matcher.group(2));
        if (port < 1 || port > 65535) throw new IllegalArgumentException("must have a port from 1 to 65535");
        return InetSocketAddress.createUnresolved(HttpUrl.hostOf(matcher.group(1)), port);
    }

    private InetSocketAddress own() throws Trouble {
        try {
            for (var text : Files.readAllLines(resolvConf)) {
                var line = LINE.matcher(text);
                if (line.matches()) return new InetSocketAddress(InetAddress.ofLiteral(line.group(1)), 53);
            }
            throw nobody(null);
        } catch (Trouble e) {
            throw e;
        } catch (IOException e) {
            throw nobody(e);
        }
    }

    private Trouble nobody(IOException e) {
        return Trouble.ours("%s names no name server; name one in the check".formatted(resolvConf), e);
    }
}
