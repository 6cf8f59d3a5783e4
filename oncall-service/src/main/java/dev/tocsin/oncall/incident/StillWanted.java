package dev.tocsin.oncall.incident;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Ref;
import dev.tocsin.oncall.incident.Decisions.Decision;
import dev.tocsin.oncall.incident.Decisions.Reason;
import dev.tocsin.oncall.incident.Decisions.Verdict;
import dev.tocsin.oncall.schedule.OnCall;

/**
 * Whether a page that was written a while ago must still go out: asked at the last moment, under the incident's lock.
 * Nobody is woken for what is taken care of, for a service that is being worked on, or after their shift.
 */
@ApplicationScoped
@Transactional
public class StillWanted {
    private final IncidentRepository incidents;
    private final Decisions decisions;
    private final Hush hush;
    private final OnCall onCall;
    private final Chronicle chronicle;

    StillWanted(IncidentRepository incidents, Decisions decisions, Hush hush, OnCall onCall, Chronicle chronicle) {
        this.incidents = incidents;
        this.decisions = decisions;
        this.hush = hush;
        this.onCall = onCall;
        this.chronicle = chronicle;
    }

    /** A page of a step of an incident, to a person. */
    public record Asked(UUID incidentId, UUID personId, int cycle, int step) {}

    private enum Answer {
        YES,
        NO,
        OFF_SHIFT
    }

    /** False when the page is to be cancelled; where that needs a reason, it is written down. */
    public boolean is(Asked page) {
        var incident = incidents.lock(page.incidentId());
        var now = chronicle.now();
        var why = why(page);
        var answer = answer(incident, page, why, now, schedule -> onCall.who(schedule, now));
        if (answer == Answer.OFF_SHIFT) offShift(page, why);
        return answer == Answer.YES;
    }

    /**
     * Those of these pages that seem wanted: without their incidents' locks and without a trace, so only fit to decide
     * what to leave alone until {@link #is} is asked.
     */
    public Set<Asked> among(Collection<Asked> pages) {
        if (pages.isEmpty()) return Set.of();
        var now = chronicle.now();
        var incidentOf = incidents
                .list("id in ?1", pages.stream().map(Asked::incidentId).toList())
                .stream()
                .collect(Collectors.toMap(incident -> incident.id, Function.identity()));
        var who = new HashMap<UUID, List<UUID>>();
        return pages.stream()
                .filter(page -> answer(
                                incidentOf.get(page.incidentId()),
                                page,
                                why(page),
                                now,
                                schedule -> who.computeIfAbsent(schedule, asked -> onCall.who(asked, now)))
                        == Answer.YES)
                .collect(Collectors.toSet());
    }

    private List<PagingDecision> why(Asked page) {
        return decisions.paged(page.incidentId(), page.cycle(), page.step(), page.personId());
    }

    private Answer answer(
            Incident incident, Asked page, List<PagingDecision> why, Instant now, Function<UUID, List<UUID>> who) {
        if (incident.state == State.RESOLVED) return Answer.NO;
        if (why.stream().anyMatch(reason -> reason.reason == Reason.ADDED)) return Answer.YES;
        if (incident.state != State.TRIGGERED || hush.over(incident, now).isPresent()) return Answer.NO;
        boolean byName = why.isEmpty() || why.stream().anyMatch(reason -> reason.scheduleId == null);
        if (byName) return Answer.YES;
        return why.stream().anyMatch(reason -> who.apply(reason.scheduleId).contains(page.personId()))
                ? Answer.YES
                : Answer.OFF_SHIFT;
    }

    private void offShift(Asked page, List<PagingDecision> why) {
        var name = chronicle.name(page.personId());
        decisions.record(new Decision(
                page.incidentId(),
                page.cycle(),
                page.step(),
                Optional.of(new Ref(page.personId(), name)),
                Optional.empty(),
                Verdict.NOT_PAGED,
                Reason.OFF_SHIFT,
                "%s was not paged again: the shift ended before the page was due".formatted(name),
                why.stream().findFirst().map(reason -> "/schedules/" + reason.scheduleId)));
    }
}
