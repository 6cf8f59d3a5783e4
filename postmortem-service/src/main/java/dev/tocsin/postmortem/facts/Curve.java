package dev.tocsin.postmortem.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What a check saw around the incident, in equal steps from {@code from}. Lists are as long as one another; one value a
 * step.
 *
 * @param check the check's name then
 * @param checkId the check, for a link
 * @param millis typical latency of the answers that were good; null where there was none
 * @param failed how many probes of the step failed
 * @param probes how many there were at all: none is a gap, not a zero
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Curve(
        String check,
        String checkId,
        Instant from,
        Duration step,
        List<Double> millis,
        List<Integer> failed,
        List<Integer> probes) {
    private static final int MOST = 400;

    /** One step as a drawing reads it. */
    public record Point(Instant from, Instant to, Optional<Double> millis, int failed, int probes) {}

    public Curve {
        check = check == null ? "" : check;
        checkId = checkId == null ? "" : checkId;
        millis = millis == null ? List.of() : new ArrayList<>(millis); // holds nulls, which List.of would refuse
        failed = failed == null ? List.of() : List.copyOf(failed);
        probes = probes == null ? List.of() : List.copyOf(probes);
    }

    /** True when it can be drawn: it comes from elsewhere and is looked at before it is believed. */
    @JsonIgnore
    public boolean isSound() {
        return from != null
                && step != null
                && step.toMillis() > 0
                && step.toDays() < 32
                && !probes.isEmpty()
                && probes.size() <= MOST
                && millis.size() == probes.size()
                && failed.size() == probes.size()
                && millis.stream().allMatch(ms -> ms == null || Double.isFinite(ms) && ms >= 0)
                && probes.stream().allMatch(n -> n != null && n >= 0)
                && failed.stream().allMatch(n -> n != null && n >= 0);
    }

    @JsonIgnore
    public boolean isEmpty() {
        return probes.stream().allMatch(n -> n == 0);
    }

    @JsonIgnore
    public Instant to() {
        return from.plus(step.multipliedBy(probes.size()));
    }

    @JsonIgnore
    public List<Point> points() {
        var points = new ArrayList<Point>(probes.size());
        for (int i = 0; i < probes.size(); i++) {
            var at = from.plus(step.multipliedBy(i));
            points.add(new Point(at, at.plus(step), Optional.ofNullable(millis.get(i)), failed.get(i), probes.get(i)));
        }
        return points;
    }
}
