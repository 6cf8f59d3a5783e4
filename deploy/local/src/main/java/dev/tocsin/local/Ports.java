package dev.tocsin.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every port follows from one base port, the dashboard's. */
record Ports(int base) {
    /** The highest offset in use; the base must leave room for it below 65536. */
    static final int SPAN = 14;

    private static final int MANAGEMENT = 10;

    int dashboard() {
        return base;
    }

    int monitor() {
        return base + 1;
    }

    int oncall() {
        return base + 2;
    }

    int postmortem() {
        return base + 3;
    }

    int phones() {
        return base + 4;
    }

    int database() {
        return base + 5;
    }

    /** Where a service listening on {@code port} tells its health. */
    int management(int port) {
        return port + MANAGEMENT;
    }

    /** How another process on this machine reaches a port. */
    static URI internal(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** How a person's browser reaches a port. */
    static URI shown(int port) {
        return URI.create("http://localhost:" + port);
    }

    /** Refuses with the name of the first port that somebody else holds. */
    void checkFree(boolean withPhones) throws Refusal {
        for (var entry : uses(withPhones).entrySet()) {
            int port = entry.getKey();
            if (isFree(port)) continue;
            var owner = PortOwner.of(port).map(o -> " by " + o).orElse("");
            throw new Refusal("Port %d, wanted for %s, is taken%s; stop that, or choose other ports with --port."
                    .formatted(port, entry.getValue(), owner));
        }
    }

    private Map<Integer, String> uses(boolean withPhones) {
        var uses = new LinkedHashMap<Integer, String>();
        uses.put(dashboard(), "the dashboard");
        uses.put(monitor(), "monitor-service");
        uses.put(oncall(), "oncall-service");
        uses.put(postmortem(), "postmortem-service");
        if (withPhones) uses.put(phones(), "the phone simulator");
        uses.put(database(), "the database");
        uses.put(management(dashboard()), "the dashboard's health");
        uses.put(management(monitor()), "monitor-service's health");
        uses.put(management(oncall()), "oncall-service's health");
        uses.put(management(postmortem()), "postmortem-service's health");
        if (withPhones) uses.put(management(phones()), "the phone simulator's health");
        return uses;
    }

    /** Free to bind on 127.0.0.1, and nobody answers on ::1, where a browser that asks for localhost looks first. */
    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
        } catch (IOException inUse) {
            return false;
        }
        return !answersOnIpv6Loopback(port);
    }

    private static boolean answersOnIpv6Loopback(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName("::1"), port), 200);
            return true;
        } catch (IOException nobodyThere) {
            return false;
        }
    }
}
