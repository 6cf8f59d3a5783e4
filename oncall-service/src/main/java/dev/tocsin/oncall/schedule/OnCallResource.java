package dev.tocsin.oncall.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import dev.tocsin.oncall.Ref;
import dev.tocsin.oncall.people.Directory;
import dev.tocsin.oncall.people.Directory.Fault;
import dev.tocsin.oncall.people.Membership;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who is on call now, and who is next, on every schedule. */
@Path("/api/v1/on-call")
@RolesAllowed("viewer")
@Transactional
@RunOnVirtualThread
public class OnCallResource {
    /** Most handoffs lie within a month; the longest turn has a year. */
    private static final List<Duration> HORIZONS = List.of(Duration.ofDays(32), Duration.ofDays(400));

    private final Schedules schedules;
    private final Schedules.Plans plans;
    private final Membership membership;
    private final Directory directory;
    private final Clock clock;

    OnCallResource(
            Schedules schedules, Schedules.Plans plans, Membership membership, Directory directory, Clock clock) {
        this.schedules = schedules;
        this.plans = plans;
        this.membership = membership;
        this.directory = directory;
        this.clock = clock;
    }

    /** Somebody on call; {@code fault} says why no page reaches them, "texted STOP", null when one does. */
    record OnCallPerson(UUID id, String name, boolean reachable, String fault) {}

    /** {@code personId} to {@code fault} are of the first of {@code people}; {@code until} the first of them goes. */
    record NowView(
            UUID personId, String name, boolean reachable, String fault, Instant until, List<OnCallPerson> people) {}

    record NextView(UUID personId, String name, boolean reachable, String fault, Instant from) {}

    /** Null {@code now}: nobody can be paged through this schedule at the moment. */
    record OnCallView(Ref schedule, Ref team, ZoneId zone, NowView now, NextView next) {}

    /** Whoever is on call now and until when, and who comes after that. */
    private record Outlook(Cover now, Instant until, Optional<Coming> next) {}

    private record Coming(UUID person, Instant from) {}

    @GET
    @Operation(
            summary = "Who is on call now and who is next, for each schedule by name, and whether a page reaches them.")
    public List<OnCallView> now() {
        var now = clock.instant();
        var rows = schedules.list("deletedAt is null order by lower(name), id");
        var ids = rows.stream().map(row -> row.id).toList();
        var outlooks = schedules.rosters(ids, now).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, roster -> outlook(roster.getValue(), now)));
        var latest = plans.latest(ids);
        var people = people(outlooks.values());
        var names = membership.names(people);
        var enabled = membership.enabled(people);
        var faults = directory.faults(people);
        var teams = membership.teamNames(rows.stream().map(row -> row.teamId).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> new OnCallView(
                        row.ref(),
                        new Ref(row.teamId, teams.get(row.teamId)),
                        latest.get(row.id).plan().zone(),
                        nowView(outlooks.get(row.id), names, enabled, faults),
                        nextView(outlooks.get(row.id), names, faults)))
                .toList();
    }

    private static Outlook outlook(Roster roster, Instant now) {
        var outlook = new Outlook(Cover.NOBODY, now, Optional.empty());
        for (var horizon : HORIZONS) {
            outlook = outlook(roster.between(now, now.plus(horizon)));
            if (outlook.next().isPresent()) return outlook;
        }
        return outlook;
    }

    private static Outlook outlook(List<Shift> shifts) {
        var now = shifts.getFirst().cover();
        var last = shifts.stream()
                .takeWhile(shift -> shift.cover().duties().containsAll(now.duties())
                        && (!now.nobody() || shift.cover().nobody()))
                .reduce((earlier, later) -> later)
                .orElse(shifts.getFirst());
        var next = shifts.stream()
                .flatMap(shift -> shift.cover().duties().stream()
                        .filter(duty -> !now.duties().contains(duty))
                        .map(duty -> new Coming(duty.person(), shift.start())))
                .findFirst();
        return new Outlook(now, last.end(), next);
    }

    private static Set<UUID> people(Iterable<Outlook> outlooks) {
        var people = new HashSet<UUID>();
        for (var outlook : outlooks) {
            people.addAll(outlook.now().people());
            outlook.next().ifPresent(next -> people.add(next.person()));
        }
        return people;
    }

    private static NowView nowView(
            Outlook outlook, Map<UUID, String> names, Set<UUID> enabled, Map<UUID, Fault> faults) {
        var people = outlook.now().people().stream()
                .filter(enabled::contains)
                .map(id -> person(id, names, faults))
                .toList();
        if (people.isEmpty()) return null;
        var first = people.getFirst();
        return new NowView(first.id(), first.name(), first.reachable(), first.fault(), outlook.until(), people);
    }

    private static NextView nextView(Outlook outlook, Map<UUID, String> names, Map<UUID, Fault> faults) {
        return outlook.next()
                .map(next -> {
                    var who = person(next.person(), names, faults);
                    return new NextView(who.id(), who.name(), who.reachable(), who.fault(), next.from());
                })
                .orElse(null);
    }

    private static OnCallPerson person(UUID id, Map<UUID, String> names, Map<UUID, Fault> faults) {
        var fault = faults.get(id);
        return new OnCallPerson(id, names.get(id), fault == null, fault == null ? null : fault.words());
    }
}
