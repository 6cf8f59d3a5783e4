package dev.tocsin.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the running server says of itself in {@code postmaster.pid}: line 1 its pid, line 8 how far it is. */
record PostmasterPid(long pid, String status) {
    static final String DATA = "data-18";
    private static final int STATUS_LINE = 7;

    /** @param postgres the directory that holds binaries and data */
    static Optional<PostmasterPid> in(Path postgres) throws IOException {
        var file = file(postgres);
        if (!Files.exists(file)) return Optional.empty();
        var lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) return Optional.empty();
        var status = lines.size() > STATUS_LINE ? lines.get(STATUS_LINE).strip() : "starting";
        return Optional.of(new PostmasterPid(Long.parseLong(lines.getFirst().strip()), status));
    }

    static Path file(Path postgres) {
        return postgres.resolve(DATA).resolve("postmaster.pid");
    }

    boolean isReady() {
        return status.equals("ready");
    }
}
