package dev.tocsin.oncall.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Ref;
import dev.tocsin.oncall.Sql;
import dev.tocsin.oncall.incident.Decisions.Decision;
import dev.tocsin.oncall.incident.Decisions.Reason;
import dev.tocsin.oncall.incident.Decisions.Verdict;
import dev.tocsin.oncall.people.Directory;
import dev.tocsin.oncall.schedule.OnCall;

/**
 * Pages whoever comes on shift while an incident waits for an answer: by rotation, by an override, after a gap. Asked by
 * state and not by the handoff's instant, so that neither an engine that slept nor an edit of a schedule loses anybody.
 * Only for schedules that the present pass has reached, and nobody twice in one pass.
 */
@ApplicationScoped
class Handover {
    private static final int AT_ONCE = 50;
    private static final String WAITING =
            " from paging_decision d join incident i on i.id = d.incident_id and i.cycle = d.cycle"
                    + " where i.state = 'TRIGGERED' and i.maintenance_id is null and d.schedule_id ";

    /** Somebody who took over a schedule that reached an incident. */
    record Newcomer(UUID incident, UUID schedule, UUID person) {}

    private final IncidentRepository incidents;
    private final Chronicle chronicle;
    private final Decisions decisions;
    private final Pages pages;
    private final Directory directory;
    private final OnCall onCall;
    private final StandIns standIns;
    private final EntityManager database;
    private final Event<SomethingDue> due;

    Handover(
            IncidentRepository incidents,
            Chronicle chronicle,
            Decisions decisions,
            Pages pages,
            Directory directory,
            OnCall onCall,
            StandIns standIns,
            EntityManager database,
            Event<SomethingDue> due) {
        this.incidents = incidents;
        this.chronicle = chronicle;
        this.decisions = decisions;
        this.pages = pages;
        this.directory = directory;
        this.onCall = onCall;
        this.standIns = standIns;
        this.database = database;
        this.due = due;
    }

    /** People on call now of whom some waiting incident has not heard in its present pass. */
    @Transactional
    List<Newcomer> newcomers(Instant now) {
        var newcomers = new ArrayList<Newcomer>();
        for (var schedule : Sql.list(database, UUID.class, "select distinct d.schedule_id" + WAITING + "is not null")) {
            for (var person : onCall.who(schedule, now)) {
                waitingFor(schedule, person)
                        .forEach(incident -> newcomers.add(new Newcomer(incident, schedule, person)));
            }
        }
        return newcomers;
    }

    /** Pages a newcomer, if nothing has changed meanwhile. */
    @Transactional
    boolean page(Newcomer newcomer) {
        var now = chronicle.now();
        var incident = incidents.lock(newcomer.incident());
        if (incident.state != State.TRIGGERED
                || incident.maintenanceId != null
                || !onCall.who(newcomer.schedule(), now).contains(newcomer.person())
                || !waitingFor(newcomer.schedule(), newcomer.person()).contains(incident.id)) return false;
        var name = chronicle.name(newcomer.person());
        var schedule = onCall.names(List.of(newcomer.schedule())).get(newcomer.schedule());
        int step = decisions.stepOf(incident.id, incident.cycle, newcomer.schedule());
        var fault = directory.reachability(newcomer.person()).fault();
        boolean reachable = fault.isEmpty();
        chronicle.tell(
                incident,
                EntryKind.CAME_ON_SHIFT,
                fault.map(wrong -> "%s came on shift for %s but cannot be reached: %s %s"
                                .formatted(name, schedule, name, wrong.words()))
                        .orElseGet(() ->
                                "%s came on shift for %s and nobody has answered: paged too".formatted(name, schedule)),
                now);
        decisions.record(new Decision(
                incident.id,
                incident.cycle,
                step,
                Optional.of(new Ref(newcomer.person(), name)),
                Optional.of(newcomer.schedule()),
                reachable ? Verdict.PAGED : Verdict.NOT_PAGED,
                fault.map(Reason::of).orElse(Reason.CAME_ON_SHIFT),
                fault.map(wrong -> "%s was not paged when the shift on %s began: %s %s"
                                .formatted(name, schedule, name, wrong.words()))
                        .orElseGet(() -> "%s was paged because the incident waited when the shift on %s began%s"
                                .formatted(name, schedule, byOverride(newcomer, now))),
                Optional.of(reachable ? "/schedules/" + newcomer.schedule() : "/people/" + newcomer.person())));
        if (reachable) {
            pages.write(new Pages.Step(
                    incident.id,
                    incident.cycle,
                    step,
                    List.of(newcomer.person()),
                    incident.urgency,
                    "came on shift: ",
                    now));
        }
        due.fire(new SomethingDue());
        return true;
    }

    private String byOverride(Newcomer newcomer, Instant now) {
        var duties = onCall.whoAndWhy(newcomer.schedule(), now).stream()
                .filter(duty -> duty.person().equals(newcomer.person()))
                .map(duty -> new StandIns.On(newcomer.schedule(), duty))
                .toList();
        return standIns.words(duties, now).values().stream().findFirst().orElse("");
    }

    private List<UUID> waitingFor(UUID schedule, UUID person) {
        return Sql.list(
                database,
                UUID.class,
                "select distinct i.id" + WAITING + "= ?1 and not exists (select 1 from paging_decision told"
                        + " where told.incident_id = i.id and told.cycle = i.cycle and told.person_id = ?2)"
                        + " limit ?3",
                schedule,
                person,
                AT_ONCE);
    }
}
