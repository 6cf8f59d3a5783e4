package dev.tocsin.acceptance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service beside the one the launcher started: its settings and its database, ports of its own. Instead of it, the
 * first is frozen meanwhile, so that all work is done by processes that are killed as often as one likes.
 */
final class Replica implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);

    private final ProcessHandle original;
    private final boolean instead;
    private final List<String> command;
    private final Map<String, String> environment;
    private final int port;
    private final Path log;
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;

    /**
     * @param instead whether the original is frozen as long as this one is there
     * @param settings more of them, or others than the original's
     */
    Replica(ProcessHandle original, boolean instead, Map<String, String> settings, int base, Path log) {
        this.original = original;
        this.instead = instead;
        this.port = base;
        this.log = log;
        this.command = read(original, "cmdline");
        this.environment = new HashMap<>();
        for (var setting : read(original, "environ")) {
            var equals = setting.indexOf('=');
            if (equals > 0) environment.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        var before = ":" + environment.get("TOCSIN_HTTP_PORT");
        environment.replaceAll((name, value) -> value.replace(before, ":" + port)); // where it speaks of itself
        environment.put("TOCSIN_HTTP_PORT", String.valueOf(port));
        environment.put("TOCSIN_MANAGEMENT_PORT", String.valueOf(port + 10));
        environment.putAll(settings);
        start();
        if (instead) signal(original, "STOP");
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    void start() {
        try {
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().clear();
            builder.environment().putAll(environment);
            builder.directory(new File(".").getAbsoluteFile());
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Await.until("the replica is ready", START, this::ready);
    }

    /** As {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As {@code kill -STOP}: it does nothing and notices nothing. */
    void freeze() {
        signal(process.toHandle(), "STOP");
    }

    void thaw() {
        signal(process.toHandle(), "CONT");
    }

    /** As when somebody sets the machine's clock, so far from the right time. */
    void setClock(Duration by) {
        WrongClock.set(process.toHandle(), by);
    }

    private Optional<Boolean> ready() {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (port + 10) + "/q/health/started"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            var status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status == 200 ? Optional.of(true) : Optional.empty();
        } catch (IOException notYet) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What Linux knows of a process: its arguments or its environment. */
    static List<String> read(ProcessHandle process, String what) {
        try {
            var text = Files.readString(Path.of("/proc", String.valueOf(process.pid()), what), StandardCharsets.UTF_8);
            return new ArrayList<>(List.of(text.split("\u0000")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void signal(ProcessHandle process, String name) {
        try {
            var kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start();
            if (kill.waitFor() != 0) throw new AssertionError("kill -" + name + " was refused");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
        http.close();
        if (instead) signal(original, "CONT");
    }
}
