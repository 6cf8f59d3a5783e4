package dev.tocsin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A process we started: its output in its log, its end in our hands. */
final class Child {
    private static final int LINES_SHOWN = 15;

    private final String name;
    private final Process process;
    private final LogFile log;

    private Child(String name, Process process, LogFile log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /** Starts it from the calling thread, whose end would end it: see {@link Leash}. */
    static Child start(String name, List<String> command, Map<String, String> environment, Path directory, LogFile log)
            throws Refusal {
        try {
            var builder =
                    new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            var child = new Child(name, process, log);
            Thread.ofPlatform().daemon().name("log of " + name).start(child::pump);
            return child;
        } catch (IOException e) {
            throw new Refusal("%s cannot be started: %s.".formatted(name, e.getMessage()));
        }
    }

    String name() {
        return name;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exitCode() {
        return process.exitValue();
    }

    LogFile log() {
        return log;
    }

    List<String> lastLines() {
        return log.lastLines(LINES_SHOWN);
    }

    void signal(String signal) {
        if (isAlive()) Shell.signal(signal, handle());
    }

    boolean endsWithin(Duration limit) {
        return Patience.until(limit, () -> !isAlive());
    }

    void kill() {
        process.destroyForcibly();
    }

    private void pump() {
        try (var lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) log.write(line);
        } catch (IOException | UncheckedIOException e) {
            if (isAlive()) log.write("the output of " + name + " cannot be read any more: " + e.getMessage());
        }
    }
}
