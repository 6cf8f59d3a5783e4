package dev.tocsin.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The services as running processes: started together, awaited, watched, stopped together. */
final class Fleet {
    private static final Duration READY = Duration.ofSeconds(120);
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final Path logs;
    private final Path directory;
    private final Leash leash;
    private final Leftovers leftovers;
    private final Terminal terminal;
    private final boolean showLogs;
    private final List<Child> children = new ArrayList<>();

    Fleet(Path data, Path directory, Leash leash, Leftovers leftovers, Terminal terminal, boolean showLogs) {
        this.logs = data.resolve("logs");
        this.directory = directory;
        this.leash = leash;
        this.leftovers = leftovers;
        this.terminal = terminal;
        this.showLogs = showLogs;
    }

    LogFile log(String name) throws IOException {
        return LogFile.open(logs.resolve(name + ".log"), LogFile.CAP_BYTES, line -> {
            if (showLogs) terminal.say("%-18s | %s".formatted(name, line));
        });
    }

    /** Starts all and returns when each is ready; refuses when one falls or takes too long. */
    void start(List<ServiceSpec> services) throws IOException, Refusal {
        var begun = System.nanoTime();
        var waiting = new ArrayList<ServiceSpec>();
        for (var service : services) {
            watch(Child.start(
                    service.name(),
                    leash.around(List.of(), "KILL", service.command()),
                    service.environment(),
                    directory,
                    log(service.name())));
            waiting.add(service);
        }
        while (!waiting.isEmpty()) {
            var took = Duration.ofNanos(System.nanoTime() - begun);
            refuseIfFallen();
            refuseIfLate(waiting, took);
            waiting.removeIf(service -> isReady(service, took));
            if (!Patience.pause()) throw new Refusal("The start was interrupted.");
        }
    }

    /** Counts a child in, so that its fall is seen. */
    void watch(Child child) throws IOException {
        synchronized (children) {
            children.add(child);
        }
        leftovers.remember(child);
    }

    /** The first child that has ended, if any. */
    Optional<Child> fallen() {
        synchronized (children) {
            return children.stream().filter(child -> !child.isAlive()).findFirst();
        }
    }

    static Refusal fall(Child child) {
        return new Refusal(
                "%s stopped by itself (exit code %d); its last lines stand above, all of them in the logs."
                        .formatted(child.name(), child.exitCode()),
                child.lastLines());
    }

    /** Asks all to end, waits, and ends those that do not. */
    void stop() {
        List<Child> all;
        synchronized (children) {
            all = List.copyOf(children);
        }
        all.forEach(child -> child.handle().destroy());
        Patience.until(GRACE, () -> all.stream().noneMatch(Child::isAlive));
        all.stream().filter(Child::isAlive).forEach(child -> {
            terminal.say("  " + child.name() + " did not stop in " + GRACE.toSeconds() + " s and is ended");
            child.kill();
        });
    }

    private boolean isReady(ServiceSpec service, Duration took) {
        if (Http.get(service.health()).isEmpty()) return false;
        terminal.done(service.name(), "ready", took);
        return true;
    }

    private void refuseIfFallen() throws Refusal {
        var fallen = fallen();
        if (fallen.isPresent()) throw fall(fallen.get());
    }

    private void refuseIfLate(List<ServiceSpec> waiting, Duration took) throws Refusal {
        if (took.compareTo(READY) < 0) return;
        var late = waiting.getFirst().name();
        synchronized (children) {
            var lines = children.stream()
                    .filter(child -> child.name().equals(late))
                    .findFirst()
                    .map(Child::lastLines)
                    .orElse(List.of());
            throw new Refusal("%s did not get ready within %d s.".formatted(late, READY.toSeconds()), lines);
        }
    }
}
