package dev.tocsin.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Debian's Prometheus with its blackbox_exporter on the same targets at the same interval, configured by the two files
 * beside this class. It judges nothing and pages nobody; it is here as a measure of what a probe costs.
 */
final class Blackbox implements AutoCloseable {
    /** What it did. @param unanswered targets of which it had no result at the end, although all are well */
    record Seen(long probes, double owed, Duration time, Duration cpu, long bytes, long unanswered) {}

    private static final Path PROMETHEUS = Path.of("/usr/bin/prometheus");
    private static final Path EXPORTER = Path.of("/usr/bin/prometheus-blackbox-exporter");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path home;
    private final int first;
    private final int count;
    private final Duration interval;
    private final URI api;
    private final Process exporter;
    private final Process prometheus;

    private Blackbox(Target target, int first, int count, Duration interval) throws IOException {
        this.first = first;
        this.count = count;
        this.interval = interval;
        int probing = freePort();
        int serving = freePort();
        home = Files.createTempDirectory("tocsin-bench-blackbox");
        api = URI.create("http://127.0.0.1:" + serving);
        Files.writeString(home.resolve("blackbox.yml"), text("blackbox.yml"));
        Files.writeString(
                home.resolve("prometheus.yml"),
                text("prometheus.yml")
                        .replace("{interval}", Long.toString(interval.toSeconds()))
                        .replace("{blackbox}", Integer.toString(probing)));
        Files.writeString(home.resolve("targets.json"), targets(target, first, count));
        exporter = start(
                EXPORTER.toString(),
                "--config.file=" + home.resolve("blackbox.yml"),
                "--web.listen-address=127.0.0.1:" + probing,
                "--log.level=error");
        prometheus = start(
                PROMETHEUS.toString(),
                "--config.file=" + home.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + home.resolve("data"),
                "--web.listen-address=127.0.0.1:" + serving,
                "--log.level=error");
    }

    static boolean installed() {
        return Files.isExecutable(PROMETHEUS) && Files.isExecutable(EXPORTER);
    }

    /** Measures the two on so many targets, and ends them. */
    static Seen measure(Target target, int first, int count, Options.Load asked)
            throws IOException, InterruptedException {
        try (var blackbox = new Blackbox(target, first, count, asked.interval())) {
            return blackbox.look(target.arrivals(), asked.time());
        }
    }

    private Seen look(Arrivals arrivals, Duration least) throws IOException, InterruptedException {
        int begin = arrivals.mark();
        var patience = PATIENCE.plus(interval.multipliedBy(2));
        if (!Observatory.await(() -> arrivals.firsts(begin, first, count).different() > count / 2, patience)) {
            throw new IOException(
                    "Prometheus probed too few targets; its words: " + Files.readString(home.resolve("log")));
        }
        Thread.sleep(interval);
        int mark = arrivals.mark();
        var before = usage();
        long start = System.nanoTime();
        Thread.sleep(Observatory.whole(interval, least));
        long probes = arrivals.mark() - mark;
        var time = Duration.ofNanos(System.nanoTime() - start);
        var after = usage();
        return new Seen(
                probes,
                count * (double) time.toNanos() / interval.toNanos(),
                time,
                after.cpu().minus(before.cpu()),
                after.bytes(),
                unanswered());
    }

    private Usage usage() {
        return Usage.of(Stream.of(exporter.toHandle(), prometheus.toHandle()), _ -> true);
    }

    private long unanswered() throws IOException, InterruptedException {
        var query = URLEncoder.encode("count(up{job=\"bench\"} == 0)", StandardCharsets.UTF_8);
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(api.resolve("/api/v1/query?query=" + query))
                            .timeout(PATIENCE)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return Running.JSON
                    .readTree(answer.body())
                    .path("data")
                    .path("result")
                    .path(0)
                    .path("value")
                    .path(1)
                    .asLong();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            for (var process : List.of(prometheus, exporter)) {
                process.destroy();
                if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (var files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    private Process start(String... command) throws IOException {
        return new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
                .start();
    }

    private static String targets(Target target, int first, int count) {
        var json = Running.JSON.createArrayNode();
        var urls = json.addObject().putArray("targets");
        IntStream.range(first, first + count).mapToObj(target::url).forEach(urls::add);
        return json.toString();
    }

    private static String text(String name) throws IOException {
        try (var in = Blackbox.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
