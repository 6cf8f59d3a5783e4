package dev.tocsin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What processes use, as Linux tells it.
 *
 * @param cpu so far, of children that ended as well: a database's short-lived workers would be lost otherwise
 * @param bytes of memory, what several share divided among them (PSS)
 */
record Usage(Duration cpu, long bytes) {
    static final Usage NONE = new Usage(Duration.ZERO, 0);
    private static final Path PROC = Path.of("/proc");
    private static final long TICK_NANOS = 10_000_000;
    private static final Pattern PSS = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB$");

    /** Of those whose command line fits; one that ends while it is looked at is left out. */
    static Usage of(Stream<ProcessHandle> processes, Predicate<String> command) {
        return processes
                .filter(process -> command.test(read(process, "cmdline").replace('\0', ' ')))
                .map(process -> new Usage(cpu(read(process, "stat")), memory(read(process, "smaps_rollup"))))
                .reduce(NONE, Usage::plus);
    }

    Usage plus(Usage more) {
        return new Usage(cpu.plus(more.cpu), bytes + more.bytes);
    }

    /** The four times of {@code /proc/PID/stat}: its own and its ended children's, user and system. */
    static Duration cpu(String stat) {
        var fields = stat.substring(stat.lastIndexOf(')') + 1).trim().split(" ");
        if (fields.length < 15) return Duration.ZERO;
        long ticks = 0;
        for (int i = 11; i <= 14; i++) ticks += Long.parseLong(fields[i]);
        return Duration.ofNanos(ticks * TICK_NANOS);
    }

    static long memory(String rollup) {
        var pss = PSS.matcher(rollup);
        return pss.find() ? Long.parseLong(pss.group(1)) * 1024 : 0;
    }

    private static String read(ProcessHandle process, String file) {
        try {
            return Files.readString(PROC.resolve(Long.toString(process.pid())).resolve(file));
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }
}
