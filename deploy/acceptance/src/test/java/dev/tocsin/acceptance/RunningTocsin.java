package dev.tocsin.acceptance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What {@code ./tocsin up} runs, started by the same launcher on free ports and a data directory of its own. */
final class RunningTocsin implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration START = Duration.ofMinutes(3);
    private static final Pattern FIRST_SIGN_IN = Pattern.compile("admin@tocsin\\.local\\D*?[:\\s]+(\\S{20,})");

    private final Process launcher;
    private final Path data;
    private final Path output;
    private final JsonNode up;

    private RunningTocsin(Process launcher, Path data, Path output) {
        this.launcher = launcher;
        this.data = data;
        this.output = output;
        this.up = Await.until("Tocsin is up; it printed:\n" + printed(), START, this::announced);
    }

    static RunningTocsin start(String... options) {
        return start(Map.of(), options);
    }

    /** @param settings what a company sets in the environment */
    static RunningTocsin start(Map<String, String> settings, String... options) {
        try {
            var data = Files.createTempDirectory("tocsin-story-");
            var output = data.resolve("launcher.out");
            return new RunningTocsin(launch(data, output, settings, options), data, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process launch(Path data, Path output, Map<String, String> settings, String... options)
            throws IOException {
        var home = Path.of("../local/target").toAbsolutePath().normalize();
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Dtocsin.home=" + Path.of("../..").toAbsolutePath().normalize(),
                "-cp",
                home.resolve("local.jar") + File.pathSeparator + home.resolve("lib") + File.separator + "*",
                "dev.tocsin.local.Main",
                "up",
                "--port",
                String.valueOf(freeBase()),
                "--data",
                data.resolve("data").toString()));
        command.addAll(List.of(options));
        var launcher = new ProcessBuilder(command)
                .directory(Path.of("../..").toAbsolutePath().normalize().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        // A story ends before code that was compiled for speed has paid for its compiling.
        launcher.environment().put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
        launcher.environment().putAll(settings);
        return launcher.start();
    }

    String dashboard(String path) {
        return url("dashboard") + path;
    }

    /** Where the dashboard tells machines about itself. */
    URI dashboardManagement() {
        return URI.create("http://127.0.0.1:" + (URI.create(url("dashboard")).getPort() + 10));
    }

    URI phones() {
        return URI.create(url("phones"));
    }

    URI oncall() {
        return URI.create(url("oncall"));
    }

    /** The first administrator's one-time password, as printed for the person who started Tocsin. */
    String oneTimePassword() {
        var printed = printed();
        var match = FIRST_SIGN_IN.matcher(printed);
        if (!match.find()) throw new AssertionError("no first sign-in was printed:\n" + printed);
        return match.group(1);
    }

    /** The token by which scripts of the one who runs Tocsin act; kept in the data directory's secrets. */
    String operatorToken() {
        var secrets = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(up.path("secrets").asText()))) {
            secrets.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets.getProperty("TOCSIN_OPERATOR_TOKEN");
    }

    /** A service in the place of the one that runs, on the same database: one that a story may kill. */
    Replica inPlaceOf(String service) {
        return inPlaceOf(service, Map.of());
    }

    /** @param settings more than the service was started with */
    Replica inPlaceOf(String service, Map<String, String> settings) {
        return replica(service, true, settings);
    }

    /** One more of a service, on the same database. */
    Replica beside(String service, Map<String, String> settings) {
        return replica(service, false, settings);
    }

    private Replica replica(String service, boolean instead, Map<String, String> settings) {
        var log = data.resolve("data/logs/%s-%s.log".formatted(service, instead ? "in-its-place" : "beside"));
        return new Replica(process(service), instead, settings, freeBase(), log);
    }

    /** A process of PostgreSQL dies, so that it drops all connections, recovers and comes back by itself. */
    void crashDatabase() {
        Replica.signal(process("background writer"), "KILL");
    }

    private ProcessHandle process(String named) {
        return launcher.descendants()
                .filter(process ->
                        String.join(" ", Replica.read(process, "cmdline")).contains(named))
                .findFirst()
                .orElseThrow(() -> new AssertionError(named + " does not run:\n" + printed()));
    }

    /** Empty when the process is just gone. */
    private static String commandLine(ProcessHandle process) {
        try {
            return String.join(" ", Replica.read(process, "cmdline"));
        } catch (UncheckedIOException gone) {
            return "";
        }
    }

    private String url(String name) {
        return up.path("urls").path(name).asText().replaceAll("/$", "");
    }

    private Optional<JsonNode> announced() {
        if (!launcher.isAlive()) throw new AssertionError("the launcher ended:\n" + printed());
        var file = data.resolve("data/up.json");
        try {
            return Files.exists(file) ? Optional.of(JSON.readTree(file.toFile())) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String printed() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as Ctrl-C does, and insists that nothing is left running. */
    @Override
    public void close() {
        var children = launcher.descendants().toList();
        launcher.destroy();
        try {
            if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
                throw new AssertionError("the launcher did not stop in 60 s:\n" + printed());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var left = children.stream().filter(ProcessHandle::isAlive).toList();
        left.forEach(ProcessHandle::destroyForcibly);
        if (!left.isEmpty()) throw new AssertionError("left running: " + left);
        keepLogs();
        delete(data);
    }

    /** The services' logs stay in the build folder: they tell what a failed story cannot. */
    private void keepLogs() {
        var kept = Path.of("target", "logs", data.getFileName().toString());
        try (Stream<Path> logs = Files.list(data.resolve("data/logs"))) {
            Files.createDirectories(kept);
            for (var log : logs.toList())
                Files.copy(log, kept.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (var file : files.sorted((a, b) -> b.compareTo(a)).toList()) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A base port whose whole range, services and management, is free. */
    private static int freeBase() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(20_000, 30_000))
                .limit(100)
                .filter(base -> IntStream.rangeClosed(base, base + 14).allMatch(RunningTocsin::free))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no free range of ports"));
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
