package dev.tocsin.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The directory that is kept between runs: may it be written, is there room, is it ours to delete? */
final class DataDirectory {
    static final long ROOM_NEEDED = 500_000_000;

    private final Path path;

    private DataDirectory(Path path) {
        this.path = path;
    }

    /** @param room bytes that must be free */
    static DataDirectory open(Path path, long room) throws Refusal {
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Files.delete(Files.createTempFile(path, "writable", ""));
            var free = Files.getFileStore(path).getUsableSpace();
            if (free < room) {
                throw new Refusal(
                        "The disk of %s has only %d MB left and %d MB are needed; make room, or choose another directory with --data."
                                .formatted(path, free / 1_000_000, room / 1_000_000));
            }
            return new DataDirectory(path);
        } catch (IOException e) {
            throw new Refusal("The data directory %s cannot be written (%s); choose another with --data."
                    .formatted(path, e.getClass().getSimpleName()));
        }
    }

    Path path() {
        return path;
    }

    /** Deletes all but the lock, which is ours; refuses where the directory does not look like one of ours. */
    void empty() throws IOException, Refusal {
        try (var entries = Files.list(path)) {
            var all = entries.filter(e -> !e.getFileName().toString().equals("lock"))
                    .toList();
            if (all.isEmpty()) return;
            if (!Files.exists(path.resolve("secrets"))) {
                throw new Refusal("%s holds files but no data of Tocsin; nothing was deleted.".formatted(path));
            }
            for (var entry : all) Trees.delete(entry);
        }
    }

    boolean hasDatabase() {
        return Files.exists(Postgres.data(path.resolve("postgres")));
    }

    Path demoMark() {
        return path.resolve("demo-loaded");
    }
}
