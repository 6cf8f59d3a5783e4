package dev.tocsin.oncall.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.Times;
import dev.tocsin.oncall.people.Membership;

/** Turns a request into the plan that would rule; joins the caller's transaction. */
@ApplicationScoped
class Drafting {
    private final Schedules schedules;
    private final Schedules.Plans plans;
    private final Membership membership;
    private final Clock clock;

    Drafting(Schedules schedules, Schedules.Plans plans, Membership membership, Clock clock) {
        this.schedules = schedules;
        this.plans = plans;
        this.membership = membership;
        this.clock = clock;
    }

    /** A first plan says also who would have been on call before it was written. */
    Plan first(ScheduleRequest request) {
        return new Plan(Instant.EPOCH, request.zone(), request.checkedLayers(membership));
    }

    /**
     * An edit rules from now on, or from when it says, or from the beginning of its layers when all of them lie ahead:
     * until then the plan before goes on, and there is no hole.
     */
    Plan edit(ScheduleRequest request) {
        var layers = request.checkedLayers(membership);
        var from = clock.instant();
        if (request.effectiveFrom() != null) from = later(from, Times.sane("effectiveFrom", request.effectiveFrom()));
        from = later(from, new Plan(from, request.zone(), layers).begins());
        return new Plan(from, request.zone(), layers);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    void keep(UUID scheduleId, Plan plan) {
        var latest = plans.latest(scheduleId);
        var edition = latest == null ? 1 : latest.edition + 1;
        plans.persist(SchedulePlan.of(scheduleId, edition, plan, clock.instant()));
    }

    /** The schedule's roster as it would be after this edit. */
    Roster preview(UUID scheduleId, Plan edit, Instant from) {
        return schedules.roster(scheduleId, from).after(edit);
    }
}
