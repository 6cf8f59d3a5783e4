package dev.tocsin.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Stream;

/** Follows the company's policies into the past, over the shifts that the product itself has computed. */
final class WhoWasOnCall implements Escalation {
    private final Company company;
    private final Map<String, NavigableMap<Instant, String>> shifts;

    /** @param shifts for each schedule, who takes over when */
    WhoWasOnCall(Company company, Map<String, NavigableMap<Instant, String>> shifts) {
        this.company = company;
        this.shifts = Map.copyOf(shifts);
    }

    @Override
    public List<Step> from(String service, Instant triggeredAt) {
        var steps = new ArrayList<Step>();
        var after = Duration.ZERO;
        for (var step : company.policyOf(service).steps()) {
            var at = triggeredAt.plus(after);
            var people = step.targets().stream()
                    .flatMap(target -> people(target, at))
                    .distinct()
                    .toList();
            if (!people.isEmpty()) steps.add(new Step(after, people));
            after = after.plus(step.delay());
        }
        return steps;
    }

    /** Who holds the schedule at that instant; empty before its first shift. */
    Optional<String> holder(String schedule, Instant at) {
        return Optional.ofNullable(shifts.get(schedule).floorEntry(at)).map(Map.Entry::getValue);
    }

    private Stream<String> people(Company.Target target, Instant at) {
        return switch (target.kind()) {
            case "schedule" -> holder(target.name(), at).stream();
            case "person" -> Stream.of(target.name());
            case "team" -> company.members(target.name()).stream();
            default -> throw new IllegalArgumentException("a step cannot reach a " + target.kind());
        };
    }
}
