package dev.tocsin.oncall.incident;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

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

    /** False when the page is to be cancelled; where that needs a reason, it is written down. */
    public boolean is(Asked page) {
        var incident = incidents.lock(page.incidentId());
        if (incident.state == State.RESOLVED) return false;
        var why = decisions.paged(page.incidentId(), page.cycle(), page.step(), page.personId());
        if (why.stream().anyMatch(reason -> reason.reason == Reason.ADDED)) return true;
        var now = chronicle.now();
        if (incident.state != State.TRIGGERED || hush.over(incident, now).isPresent()) return false;
        var schedules = why.stream().map(reason -> reason.scheduleId).toList();
        boolean byName = schedules.isEmpty() || schedules.contains(null);
        if (byName
                || schedules.stream()
                        .anyMatch(schedule -> onCall.who(schedule, now).contains(page.personId()))) return true;
        offShift(page, schedules);
        return false;
    }

    private void offShift(Asked page, List<UUID> schedules) {
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
                schedules.stream().findFirst().map(schedule -> "/schedules/" + schedule)));
    }
}
