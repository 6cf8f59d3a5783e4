package dev.tocsin.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The parts of the probes benchmark, each bounded in time. The promises beside them are the design's. */
final class ProbeParts {
    private static final Duration BREAKING_INTERVAL = Duration.ofSeconds(10);
    private static final int BREAKING = 200;
    private static final int SATURATING = 3;
    private static final int STEP = 9;
    private static final int ROUNDS = 3;
    private static final int MOST_CHECKS = 45_000;
    private static final Duration WARMING = Duration.ofSeconds(30);
    private static final Duration SETTLING = Duration.ofSeconds(5);
    private static final double MIB = 1 << 20;

    private final Running tocsin;
    private final Own own;
    private final Target target;
    private final Watched watched;
    private final Observatory sight;
    private double most;
    private boolean warm;

    ProbeParts(Running tocsin, Own own, Target target, Watched watched) {
        this.tocsin = tocsin;
        this.own = own;
        this.target = target;
        this.watched = watched;
        this.sight = new Observatory(target, own);
    }

    /** So many checks at an interval, on targets that are well; at the end all of it stopped and started again. */
    List<Line> load(String name, int checks, Options.Load asked, Target against, boolean coldStart)
            throws IOException, SQLException, InterruptedException {
        var watching = new Observatory(against, own);
        int mark = against.arrivals().mark();
        long made = Target.micros();
        var some = watched.create(checks, asked.interval(), 1, against::url);
        var patience = asked.interval().multipliedBy(2).plusSeconds(30);
        var firsts = watching.awaitAll(some, mark, patience);
        warm(asked.interval());
        var before = watched.stored();
        var seen = watching.measure(some, asked.time());
        var after = watched.stored();
        most = Math.max(most, seen.perSecond());
        var cold = coldStart ? coldStart(some, patience) : "";
        int wrong = watched.everDown(some).size();
        watched.end();
        settle(SETTLING);
        var title = "%s, %,d at %d s: ".formatted(name, checks, asked.interval().toSeconds());
        return List.of(
                Line.of(title + "probes", seen.rate(), "1,000/s", "2,000/s"),
                Line.of(title + "start lateness", seen.lateness().worst(0.99), "p99 250 ms", ""),
                Line.of(title + "CPU-s per 10,000", seen.cpu(), "10, half the peer's", "6"),
                Line.of(title + "memory", seen.memory(), "", ""),
                Line.of(title + "disk a result", onDisk(before, after), "", ""),
                Line.of(title + "first probe of all", "made: " + since(made, firsts, checks) + cold, "", ""),
                Line.of(title + "healthy, called down", Integer.toString(wrong), "0", "0"));
    }

    /** So many targets break at once; how long until each is called down, seen in the database by somebody else. */
    Line detection(int failures) throws SQLException, InterruptedException {
        var some = watched.create(BREAKING, BREAKING_INTERVAL, failures, target::url);
        sight.awaitAll(some, target.arrivals().mark(), BREAKING_INTERVAL.multipliedBy(2));
        settle(BREAKING_INTERVAL);
        int before = watched.everDown(some).size();
        target.breaks(some.first(), some.size());
        var down = downs(some, BREAKING_INTERVAL.multipliedBy(6));
        target.breaks(0, 0);
        watched.end();
        settle(SETTLING);
        var waits = Spread.of(down.values().stream().mapToLong(Long::longValue).toArray());
        return Line.of(
                "%d break, %d failures asked for: DOWN recorded".formatted(BREAKING, failures),
                "%s; %d of %d, %d before".formatted(waits.worst(0.95), down.size(), BREAKING, before),
                "p95 12 s",
                "p95 11 s");
    }

    private Map<UUID, Long> downs(Watched.Some some, Duration patience) throws SQLException, InterruptedException {
        long start = System.nanoTime();
        var down = new HashMap<UUID, Long>();
        while (down.size() < some.size() && System.nanoTime() - start < patience.toNanos()) {
            var ids = watched.everDown(some);
            long now = System.nanoTime() - start;
            ids.forEach(id -> down.putIfAbsent(id, now));
            Thread.sleep(50);
        }
        return down;
    }

    /** One in twenty targets means harm: what the others and our memory notice of it. */
    List<Line> hostile(int checks, Options.Load asked) throws SQLException, InterruptedException {
        int bad = Math.max(Hostile.values().length, checks / 20);
        var well = watched.create(checks - bad, asked.interval(), 1, target::url);
        sight.awaitAll(
                well, target.arrivals().mark(), asked.interval().multipliedBy(2).plusSeconds(30));
        settle(asked.interval());
        var before = sight.measure(well, asked.time());
        var evil = watched.create(bad, asked.interval(), 1, number -> target.url(kind(number), number));
        settle(asked.interval());
        var beside = sight.measure(well, asked.time());
        int wrong = watched.everDown(well).size();
        int found = watched.everDown(evil).size();
        watched.end();
        settle(SETTLING);
        double grown = (beside.monitorPeak() - before.monitorPeak()) / MIB;
        return List.of(
                Line.of(
                        "hostile 5 %: the others' probes",
                        "%s (without %s)".formatted(beside.rate(), before.rate()), "all", ""),
                Line.of(
                        "hostile 5 %: the others' lateness",
                        "%s (without %s)"
                                .formatted(
                                        beside.lateness().worst(0.99),
                                        before.lateness().worst(0.99)),
                        "p99 250 ms",
                        ""),
                Line.of("hostile 5 %: the monitor grows by", "%.0f MiB".formatted(grown), "64 MiB", ""),
                Line.of(
                        "hostile 5 %: called down",
                        "%d of %d; %d of the others".formatted(found, bad, wrong), "all; 0", ""));
    }

    private static Hostile kind(int number) {
        return Hostile.values()[number % Hostile.values().length];
    }

    /** More and more, until it is three times what we can do: nobody who is well may be called down. */
    List<Line> overload(Options.Load asked) throws IOException, SQLException, InterruptedException {
        double rate = most > 0
                ? most
                : asked.checks().getLast() * 1000.0 / asked.interval().toMillis();
        for (int round = 1; ; round++) {
            rate *= STEP;
            long seconds = Math.clamp(Math.round(MOST_CHECKS / rate), 1, 10);
            int checks = (int) Math.min(MOST_CHECKS, Math.round(rate * seconds));
            var some = watched.create(checks, Duration.ofSeconds(seconds), 1, target::url);
            settle(Duration.ofSeconds(10));
            var seen = sight.measure(some, asked.time());
            var said = tocsin.get(tocsin.token(), tocsin.at("monitor", "/api/v1/checks/summary"));
            int wrong = watched.everDown(some).size();
            long failed = watched.failed(some);
            var states = watched.states(some);
            watched.end();
            settle(Duration.ofSeconds(15));
            if (seen.share() > 1.0 / SATURATING && round < ROUNDS) continue;
            return List.of(
                    Line.of(
                            "overload, %,d at %d s: probes".formatted(checks, seconds),
                            "%s, %.1f times that owed".formatted(seen.rate(), 1 / seen.share()),
                            "",
                            "3 times"),
                    Line.of("overload: start lateness", seen.lateness().worst(0.99), "", ""),
                    Line.of(
                            "overload: healthy, called down",
                            "%d of %,d; %d probes failed; now %s".formatted(wrong, checks, failed, states),
                            "0",
                            "0"),
                    Line.of("overload: what the monitor says", debt(said), "says so", ""));
        }
    }

    private static String debt(String summary) throws IOException {
        var debt = Running.JSON.readTree(summary).path("debt");
        return "did %.0f %% of what it owed in 5 min, %,d late; lag %s"
                .formatted(
                        debt.path("share").asDouble() * 100,
                        debt.path("late").asLong(),
                        Running.JSON.readTree(summary).path("lag").asText());
    }

    /** All of it down and up again: from the word to start to the first probe, and to one of each check. */
    private String coldStart(Watched.Some some, Duration patience)
            throws IOException, SQLException, InterruptedException {
        var mark = new AtomicInteger();
        var start = new AtomicLong();
        own.restart(() -> {
            mark.set(target.arrivals().mark());
            start.set(Target.micros());
        });
        watched.reconnect();
        warm = false;
        return "; cold start: " + since(start.get(), sight.awaitAll(some, mark.get(), patience), some.size());
    }

    private static String since(long startMicros, Arrivals.Firsts firsts, int wanted) {
        return "first %.1f s, all %.1f s%s"
                .formatted(
                        (firsts.earliestMicros() - startMicros) / 1e6,
                        (firsts.latestMicros() - startMicros) / 1e6,
                        firsts.different() == wanted ? "" : " (%,d only)".formatted(firsts.different()));
    }

    private static String onDisk(Watched.Stored before, Watched.Stored after) {
        long results = after.results() - before.results();
        return results <= 0
                ? "-"
                : "%.0f B of %,d".formatted((after.bytes() - before.bytes()) / (double) results, results);
    }

    /** The first seconds of a fresh JVM are not what anybody pays for later. */
    private void warm(Duration least) throws InterruptedException {
        settle(warm || least.compareTo(WARMING) > 0 ? least : WARMING);
        warm = true;
    }

    private static void settle(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }
}
