package dev.tocsin.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** Checks as code: a file that replicas of monitor-service read again and again while somebody edits it. */
final class ChecksFile implements AutoCloseable {
    private final Path file;

    ChecksFile() {
        try {
            file = Files.createTempFile("checks-", ".yaml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a replica must be told to read it, and to look often. */
    Map<String, String> settings() {
        return Map.of("TOCSIN_CHECKS_FILE", file.toString(), "MONITOR_CODE_EVERY", "1s");
    }

    /** At once, as editors do: nobody ever reads half of it. */
    void write(String text) {
        try {
            var next = Files.createTempFile("checks-", ".new");
            Files.writeString(next, text);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
