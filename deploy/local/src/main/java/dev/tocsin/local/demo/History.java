package dev.tocsin.local.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
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

    /** How many incidents each week had, the last seven days first. */
    static final List<Integer> WEEKS = List.of(12, 9, 14, 10, 3, 16, 13, 30, 9, 12, 14, 8, 10);

    /** Weeks ago. */
    static final int BAD_WEEK = 7;

    static final int QUIET_WEEK = 4;

    /** Nothing lasts longer, and nothing began so recently that it could still go on. */
    private static final Duration LONGEST = Duration.ofHours(4);

    private static final Duration CALM_UNTIL_NOW = Duration.ofHours(5);

    private final Escalation escalation;
    private final ZoneId zone;
    private final Instant now;
    private final Random random;
    private final NavigableMap<Integer, Trouble> kinds = new TreeMap<>();

    /** @param zone whose business hours count */
    History(List<Trouble> troubles, Escalation escalation, ZoneId zone, Instant now, long seed) {
        this.escalation = escalation;
        this.zone = zone;
        this.now = now;
        this.random = new Random(seed);
        var weight = 0;
        for (var trouble : troubles) kinds.put(weight += trouble.weight(), trouble);
    }

    /** All of it, oldest first: the incidents that were written up, and the many that were not. */
    List<PastIncident> with(List<Report> reports) {
        var history = new ArrayList<PastIncident>();
        for (var report : reports) history.add(told(report));
        for (int week = 0; week < WEEKS.size(); week++) fill(week, history);
        history.sort(Comparator.comparing(PastIncident::triggeredAt));
        return List.copyOf(history);
    }

    private void fill(int week, List<PastIncident> history) {
        var hours = hoursOf(week);
        var missing = WEEKS.get(week)
                - history.stream()
                        .filter(i -> weeksAgo(i.triggeredAt()) == week)
                        .count();
        while (missing > 0) {
            var incident = invented(hours);
            if (history.stream().anyMatch(incident::overlaps)) continue;
            history.add(incident);
            missing--;
        }
    }

    /** The hours of a week, each as far from the one before as it is likely. */
    private NavigableMap<Double, Instant> hoursOf(int week) {
        var oldest = now.minus(DAYS, ChronoUnit.DAYS);
        var newest = now.minus(CALM_UNTIL_NOW);
        var hours = new TreeMap<Double, Instant>();
        var sum = 0.0;
        for (int back = 7 * 24; back > 0; back--) {
            var hour = now.minus(week * 7L, ChronoUnit.DAYS).minus(back, ChronoUnit.HOURS);
            if (!hour.isBefore(oldest) && hour.isBefore(newest)) hours.put(sum += likelihood(hour), hour);
        }
        return hours;
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
                paged(steps, triggered),
                Optional.of(report));
    }

    private PastIncident invented(NavigableMap<Double, Instant> hours) {
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
                paged(reached(trouble.service(), triggered, resolved), triggered),
                Optional.empty());
    }

    private PastIncident answered(Trouble trouble, String title, Instant triggered) {
        var age = (double) Duration.between(triggered, now).toHours() / (24 * DAYS);
        var strain = weeksAgo(triggered) == BAD_WEEK ? 1.4 : 1;
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
                paged(steps, triggered),
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

    /** Everybody once, by the first step that reaches them. */
    private static List<PastIncident.Paged> paged(List<Escalation.Step> steps, Instant triggered) {
        var paged = new LinkedHashMap<String, PastIncident.Paged>();
        for (int i = 0; i < steps.size(); i++) {
            var at = triggered.plus(steps.get(i).after());
            for (var person : steps.get(i).people())
                paged.putIfAbsent(person, new PastIncident.Paged(person, at, i + 1));
        }
        return List.copyOf(paged.values());
    }

    private double likelihood(Instant hour) {
        var there = hour.atZone(zone);
        var weekend = there.getDayOfWeek() == DayOfWeek.SATURDAY || there.getDayOfWeek() == DayOfWeek.SUNDAY;
        var rush = there.getHour() >= 9 && there.getHour() < 18 ? 5 : asleep(hour) ? 1 : 2.5;
        return rush * (weekend ? 0.4 : 1);
    }

    private int weeksAgo(Instant at) {
        return (int) (Duration.between(at, now).minusNanos(1).toDays() / 7);
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
            case CRITICAL -> 0.05;
            case ERROR -> 0.12;
            case WARNING -> 0.2;
            case INFO -> 0.3;
        };
    }

    private static double neverAnswered(Trouble.Severity severity) {
        return switch (severity) {
            case CRITICAL -> 0;
            case ERROR -> 0.03;
            case WARNING -> 0.06;
            case INFO -> 0.15;
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
