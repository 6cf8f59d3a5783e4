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
    private final Clock clock;

    OnCallResource(Schedules schedules, Schedules.Plans plans, Membership membership, Clock clock) {
        this.schedules = schedules;
        this.plans = plans;
        this.membership = membership;
        this.clock = clock;
    }

    record NowView(UUID personId, String name, Instant until) {}

    record NextView(UUID personId, String name, Instant from) {}

    /** Null {@code now}: nobody can be paged through this schedule at the moment. */
    record OnCallView(Ref schedule, Ref team, ZoneId zone, NowView now, NextView next) {}

    /** The shift of now, and the first one after it that has somebody. */
    private record Outlook(Shift now, Optional<Shift> next) {}

    @GET
    @Operation(summary = "Who is on call now and who is next, for each schedule by name.")
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
        var teams = membership.teamNames(rows.stream().map(row -> row.teamId).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> new OnCallView(
                        row.ref(),
                        new Ref(row.teamId, teams.get(row.teamId)),
                        latest.get(row.id).plan().zone(),
                        nowView(outlooks.get(row.id), names, enabled),
                        nextView(outlooks.get(row.id), names)))
                .toList();
    }

    private static Outlook outlook(Roster roster, Instant now) {
        var outlook = new Outlook(new Shift(new Cover.ByNobody(), now, now), Optional.empty());
        for (var horizon : HORIZONS) {
            var shifts = roster.between(now, now.plus(horizon));
            outlook = new Outlook(
                    shifts.getFirst(),
                    shifts.stream()
                            .skip(1)
                            .filter(shift -> shift.cover().who().isPresent())
                            .findFirst());
            if (outlook.next().isPresent()) return outlook;
        }
        return outlook;
    }

    private static Set<UUID> people(Iterable<Outlook> outlooks) {
        var people = new HashSet<UUID>();
        for (var outlook : outlooks) {
            outlook.now().cover().who().ifPresent(people::add);
            outlook.next().flatMap(shift -> shift.cover().who()).ifPresent(people::add);
        }
        return people;
    }

    private static NowView nowView(Outlook outlook, Map<UUID, String> names, Set<UUID> enabled) {
        return outlook.now()
                .cover()
                .who()
                .filter(enabled::contains)
                .map(id -> new NowView(id, names.get(id), outlook.now().end()))
                .orElse(null);
    }

    private static NextView nextView(Outlook outlook, Map<UUID, String> names) {
        return outlook.next()
                .flatMap(shift -> shift.cover().who().map(id -> new NextView(id, names.get(id), shift.start())))
                .orElse(null);
    }
}
