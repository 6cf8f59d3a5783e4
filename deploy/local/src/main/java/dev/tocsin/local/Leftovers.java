package dev.tocsin.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Processes of an earlier start that outlived their launcher (kill -9 where there is no death signal). A process is only
 * ended when it is surely ours: a service when its pid, its start time and its program are the recorded ones, a
 * database process when it runs the very binaries inside the data directory.
 */
final class Leftovers {
    private static final Duration SERVICES_END = Duration.ofSeconds(10);
    private static final Duration DATABASE_ENDS = Duration.ofSeconds(30);

    /** The start time is told relative to the boot time, which moves a little when the clock is corrected. */
    private static final Duration CLOCK_CORRECTION = Duration.ofSeconds(3);

    private final Path record;
    private final Path postgres;

    Leftovers(Path data) {
        this.record = data.resolve("children");
        this.postgres = data.resolve("postgres");
    }

    /** Writes down a child, to be known again should we be killed. */
    void remember(Child child) throws IOException {
        var info = child.handle().info();
        var line = "%s %d %d %s%n"
                .formatted(
                        child.name(),
                        child.handle().pid(),
                        info.startInstant().map(i -> i.toEpochMilli()).orElse(0L),
                        info.command().orElse("?"));
        Files.writeString(record, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    void forgetAll() throws IOException {
        Files.deleteIfExists(record);
    }

    /** Ends what is left, services first; says how many processes that were. */
    int end() throws IOException {
        var services = recorded();
        services.forEach(ProcessHandle::destroy);
        Patience.until(SERVICES_END, () -> services.stream().noneMatch(ProcessHandle::isAlive));
        services.forEach(ProcessHandle::destroyForcibly);
        var count = services.size() + endDatabase();
        forgetAll();
        return count;
    }

    private List<ProcessHandle> recorded() throws IOException {
        if (!Files.exists(record)) return List.of();
        return Files.readAllLines(record).stream()
                .map(Leftovers::find)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ProcessHandle> find(String line) {
        var fields = line.split(" ", 4);
        if (fields.length != 4) return Optional.empty();
        var started = Long.parseLong(fields[2]);
        return ProcessHandle.of(Long.parseLong(fields[1]))
                .filter(ProcessHandle::isAlive)
                .filter(p -> p.info().command().equals(Optional.of(fields[3])))
                .filter(p -> p.info()
                        .startInstant()
                        .map(i -> Math.abs(i.toEpochMilli() - started) <= CLOCK_CORRECTION.toMillis())
                        .orElse(false));
    }

    private int endDatabase() throws IOException {
        var left = databaseProcesses();
        if (left.isEmpty()) return 0;
        var postmaster = PostmasterPid.in(postgres).map(PostmasterPid::pid).orElse(-1L);
        // Only the postmaster is told: SIGINT is its fast shutdown, but means other things to its children.
        left.stream().filter(p -> p.pid() == postmaster).forEach(p -> Shell.signal("INT", p));
        Patience.until(DATABASE_ENDS, () -> databaseProcesses().isEmpty());
        databaseProcesses().forEach(ProcessHandle::destroyForcibly);
        Patience.until(SERVICES_END, () -> databaseProcesses().isEmpty());
        return left.size();
    }

    private List<ProcessHandle> databaseProcesses() {
        return ProcessHandle.allProcesses()
                .filter(p -> p.info()
                        .command()
                        .map(c -> Path.of(c).startsWith(postgres))
                        .orElse(false))
                .toList();
    }
}
