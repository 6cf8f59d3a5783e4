package dev.tocsin.oncall.incident;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.tocsin.oncall.Ref;
import dev.tocsin.oncall.escalation.Responders;
import dev.tocsin.oncall.escalation.Target;
import dev.tocsin.oncall.incident.Decisions.Decision;
import dev.tocsin.oncall.incident.Decisions.Reason;
import dev.tocsin.oncall.incident.Decisions.Verdict;
import dev.tocsin.oncall.people.Directory;
import dev.tocsin.oncall.schedule.OnCall;

/**
 * Who turns out for a step, and the sentence for each of them why: pure.
 *
 * @param reaches what the step's targets gave
 * @param names of everybody in it
 * @param faults of those whom no page can reach
 * @param standIns what is said of each override or temporary schedule that put somebody on call, by its id
 */
record Turnout(
        String policy,
        int step,
        List<Responders.Reach> reaches,
        Map<UUID, String> names,
        Map<UUID, Directory.Fault> faults,
        Map<UUID, String> standIns) {

    /** Everybody who can be paged, each once, in the order of the targets. */
    List<UUID> people() {
        return reaches.stream()
                .flatMap(reach -> reach.person().stream())
                .distinct()
                .filter(person -> !faults.containsKey(person))
                .toList();
    }

    /** Why each person of this step is paged, or is not. */
    List<Decision> why(UUID incidentId, int cycle) {
        var decisions = new ArrayList<Decision>();
        var first = new LinkedHashMap<UUID, Responders.Reach>();
        for (var reach : reaches) {
            if (reach.person().isEmpty()) {
                decisions.add(nobody(incidentId, cycle, reach));
            } else if (first.putIfAbsent(reach.person().get(), reach) != null) {
                // Reached by a second schedule: whoever takes that one over is paged too, so it is kept.
                if (reach.target().kind() == Target.Kind.SCHEDULE) decisions.add(decision(incidentId, cycle, reach));
            } else {
                decisions.add(decision(incidentId, cycle, reach));
            }
        }
        return decisions;
    }

    private Decision decision(UUID incidentId, int cycle, Responders.Reach reach) {
        var id = reach.person().orElseThrow();
        var name = names.getOrDefault(id, "somebody");
        var fault = Optional.ofNullable(faults.get(id));
        return new Decision(
                incidentId,
                cycle,
                step,
                Optional.of(new Ref(id, name)),
                schedule(reach),
                fault.isEmpty() ? Verdict.PAGED : Verdict.NOT_PAGED,
                fault.map(Reason::of).orElseGet(() -> reason(reach)),
                fault.map(wrong -> "%s was not paged although %s: %s %s"
                                .formatted(name, because(reach, name), name, wrong.words()))
                        .orElseGet(() -> "%s was paged because %s".formatted(name, because(reach, name))),
                Optional.of(fault.isEmpty() ? link(reach) : "/people/" + id));
    }

    private Decision nobody(UUID incidentId, int cycle, Responders.Reach reach) {
        return new Decision(
                incidentId,
                cycle,
                step,
                Optional.empty(),
                schedule(reach),
                Verdict.NOT_PAGED,
                Reason.NOBODY,
                switch (reach.target().kind()) {
                    case SCHEDULE ->
                        "Step %d of %s reached nobody: nobody is on call for %s"
                                .formatted(step, policy, reach.targetName());
                    case TEAM ->
                        "Step %d of %s reached nobody: the team %s has no members who may be paged"
                                .formatted(step, policy, reach.targetName());
                    case PERSON ->
                        "Step %d of %s reached nobody: %s is disabled".formatted(step, policy, reach.targetName());
                },
                Optional.of(link(reach)));
    }

    private String because(Responders.Reach reach, String name) {
        return switch (reach.target().kind()) {
            case PERSON -> "step %d of %s names %s".formatted(step, policy, name);
            case TEAM -> "step %d of %s pages everyone in the team %s".formatted(step, policy, reach.targetName());
            case SCHEDULE ->
                "step %d of %s pages the schedule %s, where %s is on call%s"
                        .formatted(step, policy, reach.targetName(), name, by(reach));
        };
    }

    private static Reason reason(Responders.Reach reach) {
        return switch (reach.target().kind()) {
            case PERSON -> Reason.PERSON;
            case TEAM -> Reason.TEAM;
            case SCHEDULE ->
                switch (because(reach)) {
                    case LAYER -> Reason.ON_CALL;
                    case OVERRIDE -> Reason.OVERRIDE;
                    case TEMPORARY -> Reason.TEMPORARY;
                };
        };
    }

    private static OnCall.Because because(Responders.Reach reach) {
        return reach.duty().map(OnCall.OnDuty::because).orElse(OnCall.Because.LAYER);
    }

    private String by(Responders.Reach reach) {
        return switch (because(reach)) {
            case LAYER ->
                reach.duty()
                        .map(OnCall.OnDuty::layer)
                        .filter(layer -> !layer.isBlank())
                        .map(" by the layer %s"::formatted)
                        .orElse("");
            case OVERRIDE ->
                reach.duty().map(duty -> standIns.get(duty.source())).orElse(" by an override");
            case TEMPORARY ->
                reach.duty().map(duty -> standIns.get(duty.source())).orElse(" by a temporary schedule");
        };
    }

    private static Optional<UUID> schedule(Responders.Reach reach) {
        return reach.target().kind() == Target.Kind.SCHEDULE
                ? Optional.of(reach.target().id())
                : Optional.empty();
    }

    private static String link(Responders.Reach reach) {
        var id = reach.target().id();
        return switch (reach.target().kind()) {
            case PERSON -> "/people/" + id;
            case TEAM -> "/teams/" + id;
            case SCHEDULE -> "/schedules/" + id;
        };
    }
}
