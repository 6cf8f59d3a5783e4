package dev.tocsin.local.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * Invents a quarter of incidents: busier in business hours, with one bad week and one quiet week, answered a little faster
 * and mended a little sooner from week to week. Pure: the same seed, company and {@code now} give the same history.
 */
final class History {
    static final int DAYS = 90;
    static final int INCIDENTS = 160;

    /** The whole days ago in which each of the two special weeks lies. */
    static final int BAD_WEEK = 49;

    static final int QUIET_WEEK = 28;

    /** Nothing lasts longer, and nothing began so recently that it could still go on. */
    private static final Duration LONGEST = Duration.ofHours(4);

    private static final Duration CALM_UNTIL_NOW = Duration.ofHours(5);

    private final List<Trouble> troubles;
    private final Escalation escalation;
    private final ZoneId zone;
    private final Instant now;
    private final Random random;
    private final NavigableMap<Double, Instant> hours = new TreeMap<>();
    private final NavigableMap<Integer, Trouble> kinds = new TreeMap<>();

    /** @param zone whose business hours count */
    History(List<Trouble> troubles, Escalation escalation, ZoneId zone, Instant now, long seed) {
        this.troubles = List.copyOf(troubles);
        this.escalation = escalation;
        this.zone = zone;
        this.now = now;
        this.random = new Random(seed);
        weigh();
    }

    /** All of it, oldest first: the incidents that were written up, and the many that were not. */
    List<PastIncident> with(List<Report> reports) {
        var history = new ArrayList<PastIncident>();
        for (var report : reports) history.add(told(report));
        while (history.size() < INCIDENTS) {
            var incident = invented();
            if (history.stream().noneMatch(incident::overlaps)) history.add(incident);
        }
        history.sort(Comparator.comparing(PastIncident::triggeredAt));
        return List.copyOf(history);
    }

    private PastIncident told(Report report) {
        var told = report.incident();
        var triggered = report.triggeredAt(now);
        var acknowledged = triggered.plus(Duration.ofMinutes(told.acknowledgedAfter()));
        var steps = reached(told.service(), triggered, acknowledged);
        var by = answering(steps);
        return new PastIncident(
                told.service(),
                told.title(),
                told.severity(),
                Map.of(),
                triggered,
                Optional.of(new PastIncident.Acknowledged(acknowledged, by)),
                triggered.plus(Duration.ofMinutes(told.resolvedAfter())),
                told.resolvedBy().equals("person") ? Optional.of(by) : Optional.empty(),
                people(steps),
                Optional.of(report));
    }

    private PastIncident invented() {
        var trouble = kinds.higherEntry(random.nextInt(kinds.lastKey())).getValue();
        var triggered = hours.higherEntry(random.nextDouble() * hours.lastKey())
                .getValue()
                .plusMillis(random.nextInt(3_600_000));
        var title = trouble.title(random);
        var dice = random.nextDouble();
        var heals = healsItself(trouble.severity());
        if (dice < heals) return unanswered(trouble, title, triggered, lasting(3.5, 0.5, 1));
        if (dice < heals + neverAnswered(trouble.severity()))
            return unanswered(trouble, title, triggered, lasting(38, 0.4, 21));
        return answered(trouble, title, triggered);
    }

    /** Over before anybody said a word; the source saw it end. */
    private PastIncident unanswered(Trouble trouble, String title, Instant triggered, Duration lasting) {
        var resolved = triggered.plus(lasting);
        return new PastIncident(
                trouble.service(),
                title,
                trouble.severity(),
                trouble.details(),
                triggered,
                Optional.empty(),
                resolved,
                Optional.empty(),
                people(reached(trouble.service(), triggered, resolved)),
                Optional.empty());
    }

    private PastIncident answered(Trouble trouble, String title, Instant triggered) {
        var age = (double) Duration.between(triggered, now).toHours() / (24 * DAYS);
        var strain = within(triggered, BAD_WEEK) ? 1.4 : 1;
        var answer = lasting((2.3 + 5.2 * age) * strain * pace(trouble.severity()) * drowsiness(triggered), 0.6, 0.4);
        var work = lasting((17 + 37 * age) * strain * weight(trouble.severity()), 0.65, 3);
        var acknowledged = triggered.plus(answer);
        var resolved = acknowledged.plus(work);
        var steps = reached(trouble.service(), triggered, acknowledged);
        var by = answering(steps);
        return new PastIncident(
                trouble.service(),
                title,
                trouble.severity(),
                trouble.details(),
                triggered,
                Optional.of(new PastIncident.Acknowledged(acknowledged, by)),
                resolved,
                random.nextDouble() < 0.65 ? Optional.of(by) : Optional.empty(),
                people(steps),
                Optional.empty());
    }

    /** Log-normal, as repair times are: many short, a few long. Minutes in; half of the longest at most. */
    private Duration lasting(double median, double spread, double least) {
        var minutes = Math.max(least, median * Math.exp(spread * random.nextGaussian()));
        var millis = Math.min((long) (minutes * 60_000), LONGEST.toMillis() / 2);
        return Duration.ofMillis(millis);
    }

    private List<Escalation.Step> reached(String service, Instant triggered, Instant until) {
        return escalation.from(service, triggered).stream()
                .filter(step -> triggered.plus(step.after()).isBefore(until))
                .toList();
    }

    /** Mostly whoever was paged last: that page is why the answer came now. */
    private String answering(List<Escalation.Step> steps) {
        var step = random.nextDouble() < 0.6 ? steps.getLast() : steps.getFirst();
        return step.people().get(random.nextInt(step.people().size()));
    }

    private static List<String> people(List<Escalation.Step> steps) {
        return steps.stream().flatMap(step -> step.people().stream()).distinct().toList();
    }

    private void weigh() {
        var sum = 0.0;
        var last = now.minus(CALM_UNTIL_NOW);
        for (var hour = now.minus(DAYS, ChronoUnit.DAYS); hour.isBefore(last); hour = hour.plus(1, ChronoUnit.HOURS)) {
            sum += likelihood(hour);
            hours.put(sum, hour);
        }
        var all = 0;
        for (var trouble : troubles) {
            all += trouble.weight();
            kinds.put(all, trouble);
        }
    }

    private double likelihood(Instant hour) {
        var there = hour.atZone(zone);
        var weekend = there.getDayOfWeek() == DayOfWeek.SATURDAY || there.getDayOfWeek() == DayOfWeek.SUNDAY;
        var rush = there.getHour() >= 9 && there.getHour() < 18 ? 5 : asleep(hour) ? 1 : 2.5;
        var week = within(hour, BAD_WEEK) ? 3.2 : within(hour, QUIET_WEEK) ? 0.1 : 1;
        return rush * week * (weekend ? 0.4 : 1);
    }

    private boolean within(Instant at, int weekStart) {
        var daysAgo = Duration.between(at, now).toDays();
        return daysAgo >= weekStart && daysAgo < weekStart + 7;
    }

    private boolean asleep(Instant at) {
        var hour = at.atZone(zone).getHour();
        return hour < 7 || hour >= 22;
    }

    private double drowsiness(Instant at) {
        return asleep(at) ? 1.6 : 1;
    }

    private static double healsItself(Trouble.Severity severity) {
        return switch (severity) {
            case CRITICAL -> 0.06;
            case ERROR -> 0.16;
            case WARNING -> 0.32;
            case INFO -> 0.45;
        };
    }

    private static double neverAnswered(Trouble.Severity severity) {
        return switch (severity) {
            case CRITICAL -> 0;
            case ERROR -> 0.03;
            case WARNING -> 0.08;
            case INFO -> 0.2;
        };
    }

    /** How long an answer takes, against an error's. */
    private static double pace(Trouble.Severity severity) {
        return switch (severity) {
            case CRITICAL -> 0.75;
            case ERROR -> 1;
            case WARNING -> 1.25;
            case INFO -> 1.6;
        };
    }

    /** How long the work takes, against an error's. */
    private static double weight(Trouble.Severity severity) {
        return switch (severity) {
            case CRITICAL -> 1.3;
            case ERROR -> 1;
            case WARNING -> 0.85;
            case INFO -> 0.6;
        };
    }
}
