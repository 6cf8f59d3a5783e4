package dev.tocsin.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Small questions to the operating system's own tools. */
final class Shell {
    private static final int SECONDS_TO_ANSWER = 10;

    private Shell() {}

    /** True when a program of this name is on the PATH. */
    static boolean has(String program) {
        var path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return Arrays.stream(path.split(":"))
                .filter(directory -> !directory.isEmpty())
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    /** True when the command exists and ends with 0. */
    static boolean succeeds(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return ended(process) && process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    /** The first line a command prints; empty when it fails, is missing or prints nothing. */
    static Optional<String> firstLine(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var out = process.inputReader()) {
                var line = Optional.ofNullable(out.readLine()).filter(l -> !l.isBlank());
                return ended(process) && process.exitValue() == 0 ? line : Optional.empty();
            }
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
    }

    /** Sends a signal such as {@code INT} through the shell's own kill, which is there even where no kill program is. */
    static void signal(String signal, ProcessHandle process) {
        succeeds(List.of("sh", "-c", "kill -s \"$1\" \"$2\"", "sh", signal, Long.toString(process.pid())));
    }

    private static boolean ended(Process process) {
        try {
            if (process.waitFor(SECONDS_TO_ANSWER, TimeUnit.SECONDS)) return true;
            process.destroyForcibly();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
