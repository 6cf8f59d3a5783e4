package dev.tocsin.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpServer;

/**
 * Targets that each break once, for some seconds, at a moment of their own, and a log of what every request was answered:
 * what really was, whatever anybody says later.
 */
final class Truth implements AutoCloseable {
    /** From when to when a target answers 503. */
    record Break(Instant from, Instant until) {
        boolean at(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(until);
        }
    }

    record Answer(Instant at, boolean good) {}

    private final HttpServer server;
    private final List<List<Answer>> log;
    private volatile List<Break> breaks = List.of();

    Truth(int targets) {
        log = IntStream.range(0, targets)
                .<List<Answer>>mapToObj(n -> new ArrayList<>())
                .toList();
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/target/", exchange -> {
            int target = Integer.parseInt(exchange.getRequestURI().getPath().substring("/target/".length()));
            exchange.sendResponseHeaders(answer(target) ? 204 : 503, -1);
            exchange.close();
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url(int target) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/target/" + target;
    }

    /** Each target breaks once, beginning within the time from now on, and stays broken for the shortest time or half more. */
    void breakEachOnce(Duration within, Duration shortest, Random chance) {
        var now = Instant.now();
        breaks = log.stream()
                .map(target -> {
                    var from = now.plusMillis(chance.nextLong(within.toMillis()));
                    return new Break(from, from.plus(shortest).plusMillis(chance.nextLong(shortest.toMillis() / 2)));
                })
                .toList();
    }

    Break breakOf(int target) {
        return breaks.get(target);
    }

    /** When the last of them was well again. */
    Instant allWell() {
        return breaks.stream().map(Break::until).max(Instant::compareTo).orElseThrow();
    }

    List<Answer> answers(int target) {
        synchronized (log.get(target)) {
            return List.copyOf(log.get(target));
        }
    }

    private boolean answer(int target) {
        synchronized (log.get(target)) {
            var now = Instant.now().truncatedTo(ChronoUnit.MILLIS); // as history keeps it
            var good = breaks.isEmpty() || !breaks.get(target).at(now);
            log.get(target).add(new Answer(now, good));
            return good;
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
