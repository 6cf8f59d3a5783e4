package dev.tocsin.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A Tocsin started for this run by {@code ./tocsin up}, in a directory of its own that goes with it. */
final class Own implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(5);
    private static final int SPAN = 20;

    private final ProcessBuilder builder;
    private final Path data;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Process process;

    private Own(ProcessBuilder builder, Path data) throws IOException {
        this.builder = builder;
        this.data = data;
        this.process = builder.start();
    }

    /** Real numbers are never texted: the account is invented and the carrier is ours. */
    static Own start(Path home, Carrier carrier) throws IOException, InterruptedException {
        var data = Files.createTempDirectory("tocsin-bench");
        int port = freePorts();
        var builder = new ProcessBuilder(List.of(
                        home.resolve("tocsin").toString(),
                        "up",
                        "--with-twilio",
                        "--port",
                        Integer.toString(port),
                        "--data",
                        data.resolve("data").toString()))
                .redirectErrorStream(true)
                .redirectOutput(new File(data.toFile(), "up.log"));
        var environment = builder.environment();
        environment.put("TWILIO_ACCOUNT_SID", Carrier.ACCOUNT);
        environment.put("TWILIO_AUTH_TOKEN", "00000000000000000000000000000000");
        environment.put("TWILIO_FROM", "+15005550006");
        environment.put("TWILIO_API_URL", carrier.address().toString());
        environment.put("TOCSIN_ONCALL_PUBLIC_URL", "http://127.0.0.1:" + (port + 2));
        environment.put("TOCSIN_INTAKE_PER_KEY_PER_MINUTE", "10000000");
        var own = new Own(builder, data);
        Runtime.getRuntime().addShutdownHook(new Thread(own::close));
        own.awaitUp();
        return own;
    }

    /** All of it down in order; {@code meanwhile} is called before it is started again on the same data. */
    void restart(Runnable meanwhile) throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) throw new IOException("./tocsin up did not stop");
        Files.deleteIfExists(data().resolve("up.json"));
        meanwhile.run();
        process = builder.start();
        awaitUp();
    }

    private void awaitUp() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + START.toNanos();
        while (!Files.exists(data().resolve("up.json"))) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                var log = Files.readString(data.resolve("up.log"));
                close();
                throw new IOException("./tocsin up did not come up:\n" + log);
            }
            Thread.sleep(200);
        }
    }

    /** What its processes use, by their part in it. */
    Used usage() {
        return new Used(
                Usage.of(process.descendants(), _ -> true),
                Usage.of(process.descendants(), Own::isMonitor),
                Usage.of(process.descendants(), Own::isDatabase));
    }

    /** All of it, and two of its parts. */
    record Used(Usage all, Usage monitor, Usage database) {}

    /** What the monitor holds now, in bytes. */
    long monitorMemory() {
        return Usage.of(process.descendants(), Own::isMonitor).bytes();
    }

    /** What the process of a service holds now, in bytes; of {@code postgres}, all of its processes. */
    long memory(String service) {
        return Usage.of(
                        process.descendants(),
                        command -> service.equals("postgres")
                                ? isDatabase(command)
                                : command.contains("/" + service + "/"))
                .bytes();
    }

    private static boolean isMonitor(String command) {
        return command.contains("/monitor-service/");
    }

    private static boolean isDatabase(String command) {
        return command.startsWith("postgres:") || command.split(" ", 2)[0].endsWith("/postgres");
    }

    /** Processor time of all its processes so far, the database's included. */
    Duration cpu() {
        return process.descendants()
                .map(child -> child.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    Path data() {
        return data.resolve("data");
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) return;
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) process.destroyForcibly();
            try (var files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        } catch (IOException e) {
            System.err.println("tocsin: " + data + " could not be deleted: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePorts() throws IOException {
        for (int base = 21080; base < 60000; base += 100) {
            if (free(base)) return base;
        }
        throw new IOException("no " + SPAN + " free ports in a row were found");
    }

    private static boolean free(int base) {
        for (int port = base; port < base + SPAN; port++) {
            try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                continue;
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }
}
