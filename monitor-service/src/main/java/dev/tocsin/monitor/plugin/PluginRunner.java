package dev.tocsin.monitor.plugin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs plugins, a few at a time. Blocks; meant for virtual threads. */
final class PluginRunner {
    /** What Nagios reads, too. */
    static final int OUTPUT = 8 * 1024;

    private static final Map<String, String> ENVIRONMENT =
            Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL", "C", "HOME", "/nonexistent");

    private final PluginDirectory directory;
    private final Cage cage;
    private final Semaphore hands;
    private final Duration ending;

    PluginRunner(PluginDirectory directory, Cage cage, int parallel, Duration ending) {
        this.directory = directory;
        this.cage = cage;
        this.hands = new Semaphore(parallel, true);
        this.ending = ending;
    }

    /** Within the time-out, the wait for a free hand included. */
    PluginRun run(String name, List<String> arguments, Duration timeout) throws InterruptedException {
        var start = System.nanoTime();
        if (!hands.tryAcquire(timeout.toNanos(), TimeUnit.NANOSECONDS))
            return new PluginRun.NotRun("found no free hand in time: too many plugins run already", since(start));
        try {
            var left = timeout.minus(since(start));
            var plugin = directory.find(name);
            return watched(begun(plugin, arguments, left), left, start);
        } catch (IOException e) {
            return new PluginRun.NotRun(e.getMessage(), since(start));
        } finally {
            hands.release();
        }
    }

    private Process begun(Path plugin, List<String> arguments, Duration left) throws IOException {
        var builder = new ProcessBuilder(cage.around(plugin, arguments, left))
                .directory(Path.of("/").toFile())
                .redirectErrorStream(false);
        builder.environment().clear();
        builder.environment().putAll(ENVIRONMENT);
        var process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private PluginRun watched(Process process, Duration left, long start) throws InterruptedException {
        var said = read(process.getInputStream());
        var complained = read(process.getErrorStream());
        var ended = false;
        var took = left;
        try {
            ended = process.waitFor(left.toNanos(), TimeUnit.NANOSECONDS);
            took = since(start);
        } finally {
            end(process);
        }
        var text = heard(said);
        var output = text.isBlank() ? heard(complained) : text;
        return ended ? new PluginRun.Ended(process.exitValue(), output, took) : new PluginRun.TimedOut(output, took);
    }

    /** Ends the plugin and whatever it has started. */
    private void end(Process process) throws InterruptedException {
        var tree = process.descendants().toList();
        if (cage.endsSessions()) endSession(process.pid());
        process.destroyForcibly();
        tree.forEach(ProcessHandle::destroyForcibly);
        process.waitFor(ending.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** The children that have left their parent are still in its process group. */
    private static void endSession(long group) throws InterruptedException {
        try {
            var kill = new ProcessBuilder("/bin/kill", "-KILL", "--", "-" + group)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            kill.waitFor(1, TimeUnit.SECONDS); // that nobody is left in the group is as good
        } catch (IOException e) {
            throw new IllegalStateException("/bin/kill cannot be run", e);
        }
    }

    /** Reads all, so that the plugin never waits for us, and keeps the beginning. */
    private static CompletableFuture<String> read(InputStream in) {
        var text = new CompletableFuture<String>();
        Thread.ofVirtual().name("plugin-output").start(() -> {
            var kept = new ByteArrayOutputStream();
            try (in) {
                var buffer = new byte[4096];
                for (var n = in.read(buffer); n >= 0; n = in.read(buffer))
                    kept.write(buffer, 0, Math.min(n, OUTPUT - kept.size()));
            } catch (IOException e) {
                return; // the pipe was closed under us; what had come is kept
            } finally {
                text.complete(kept.toString(StandardCharsets.UTF_8));
            }
        });
        return text;
    }

    private String heard(CompletableFuture<String> text) throws InterruptedException {
        try {
            return text.get(ending.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return ""; // somebody outside the session holds the pipe open
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
