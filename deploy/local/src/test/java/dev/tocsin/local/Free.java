package dev.tocsin.local;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports nobody uses at the moment. */
final class Free {
    private Free() {}

    static int port() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A base whose whole range is free; below the range from which the system takes ports for outgoing connections. */
    static Ports ports() {
        while (true) {
            var ports = new Ports(ThreadLocalRandom.current().nextInt(20_000, 32_000));
            try {
                ports.checkFree(true);
                return ports;
            } catch (Refusal taken) {
                continue;
            }
        }
    }
}
