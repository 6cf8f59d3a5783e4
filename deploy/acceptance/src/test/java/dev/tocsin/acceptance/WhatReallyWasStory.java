package dev.tocsin.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two replicas of monitor-service watch targets that each break once, while one replica is killed, the other frozen and
 * thawed, both their clocks are set wrong, the database crashes, people edit, and the file in which a third of the checks
 * are written is broken, mended and loaded anew. Afterwards our history is held against the targets' own log: no change is
 * missing, none is made up, none lies at a moment at which it was not so, and on-call heard of each exactly once.
 */
class WhatReallyWasStory {
    private static final int TARGETS = 30;
    private static final long SEED = 20_261_124;
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration BREAKS_WITHIN = Duration.ofSeconds(20);
    /** Longer than a lease and a probe take: nothing breaks so shortly that nobody could see it. */
    private static final Duration BROKEN_AT_LEAST = Duration.ofSeconds(16);

    private static final Duration LONGER_THAN_A_LEASE = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Between a target's answer and the moment a change is said to have begun: a probe's time-out at most. */
    private static final Duration ANSWER_TAKES = Duration.ofSeconds(1);

    private final Random chance = new Random(SEED);

    @Test
    void historyAgreesWithTheTargetsOwnLog() {
        try (var tocsin = RunningTocsin.start();
                var truth = new Truth(TARGETS);
                var file = new ChecksFile()) {
            var operator = new Operator(tocsin);
            var key = operator.routingKeyOfServicePaging(
                    new Person("Asha", "asha@example.org", "+12015550142"), "Ferries");
            file.write(aThird(truth, key, ""));
            try (var one = tocsin.inPlaceOf("monitor-service", file.settings());
                    var other = tocsin.beside("monitor-service", file.settings());
                    var checks = new Checks(one.url(), operator.token())) {
                for (int n = 0; n < TARGETS; n++) if (n % 3 != 0) checks.watch(name(n), truth.url(n), INTERVAL, key);
                var ids = IntStream.range(0, TARGETS)
                        .mapToObj(n -> checks.find(name(n)))
                        .toList();
                allUp(checks, ids);
                truth.breakEachOnce(BREAKS_WITHIN, BROKEN_AT_LEAST, chance);
                one.kill();
                one.start();
                other.setClock(Duration.ofMinutes(7));
                file.write("{\"checks\":[");
                other.freeze();
                LockSupport.parkNanos(LONGER_THAN_A_LEASE.toNanos());
                other.thaw();
                one.setClock(Duration.ofMinutes(-4));
                Await.until("both say that the file is bad", PATIENCE, () -> bothSay("bad", checks));
                file.write(aThird(truth, key, " renamed"));
                Await.until("both have the new file", PATIENCE, () -> bothSay("rules", checks));
                tocsin.crashDatabase();
                for (int n = 1; n < TARGETS; n += 3)
                    checks.rename(ids.get(n), name(n) + " renamed", truth.url(n), INTERVAL, key);
                Await.until(
                        "all targets are well again",
                        PATIENCE,
                        () -> Instant.now().isAfter(truth.allWell()) ? Optional.of(true) : Optional.empty());
                allUp(checks, ids);
                for (int n = 0; n < TARGETS; n++) agrees(checks, ids.get(n), n, truth);
                heardOnce(operator);
            }
        }
    }

    private static String aThird(Truth truth, String routingKey, String renamed) {
        return IntStream.iterate(0, n -> n < TARGETS, n -> n + 3)
                .mapToObj(n -> Checks.written(
                        name(n) + renamed, truth.url(n), INTERVAL, routingKey, "ferry-%02d".formatted(n)))
                .collect(Collectors.joining(",\n", "{\"checks\":[", "]}"));
    }

    private static Optional<Boolean> bothSay(String standing, Checks checks) {
        return Optional.of(checks.standings().equals(List.of(standing, standing)))
                .filter(so -> so);
    }

    private static void allUp(Checks checks, List<String> ids) {
        for (var id : ids)
            Await.until(
                    "check " + id + " is up",
                    PATIENCE,
                    () -> checks.state(id).equals("up") ? Optional.of(true) : Optional.empty());
    }

    private static void agrees(Checks checks, String id, int target, Truth truth) {
        var broken = truth.breakOf(target);
        var answers = truth.answers(target);
        var changes = checks.changes(id);
        assertThat(known(changes))
                .as("%s broke once, %s (seed %d): %s", name(target), broken, SEED, changes)
                .containsExactly("up", "down", "up");
        for (var change : changes)
            if (!change.to().equals("unknown"))
                assertThat(answers)
                        .as("%s was %s at %s, by its own log", name(target), change.to(), change.at())
                        .anyMatch(answer -> answer.good() == change.to().equals("up")
                                && Duration.between(answer.at(), change.at())
                                                .abs()
                                                .compareTo(ANSWER_TAKES)
                                        < 0);
        var results = checks.results(id);
        assertThat(results.stream().filter(r -> r.outcome().equals("down")).count())
                .as("no failure of %s is made up: %s", name(target), broken)
                .isPositive()
                .isLessThanOrEqualTo(
                        answers.stream().filter(answer -> !answer.good()).count());
        assertThat(results.stream().filter(r -> r.outcome().equals("up")).count())
                .as("no success of %s is made up", name(target))
                .isPositive()
                .isLessThanOrEqualTo(answers.stream().filter(Truth.Answer::good).count());
    }

    /** The way of its states, leaving out where we said that we did not know. */
    private static List<String> known(List<Checks.Change> changes) {
        var way = new ArrayList<String>();
        for (var change : changes)
            if (!change.to().equals("unknown")
                    && (way.isEmpty() || !way.getLast().equals(change.to()))) way.add(change.to());
        return way;
    }

    private static void heardOnce(Operator operator) {
        var incidents = Await.until(
                "each is resolved at on-call",
                PATIENCE,
                () -> Optional.of(operator.incidents(name(0).substring(0, 5)))
                        .filter(all -> all.size() >= TARGETS
                                && all.stream().allMatch(i -> i.state().equals("resolved"))));
        assertThat(incidents).as("one incident a break").hasSize(TARGETS);
    }

    private static String name(int target) {
        return "Ferry %02d".formatted(target);
    }
}
