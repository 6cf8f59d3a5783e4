package dev.tocsin.oncall.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import dev.tocsin.oncall.Ref;
import dev.tocsin.oncall.audit.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** When it is the caller's turn, in whichever schedule. */
@Path("/api/v1/me/shifts")
@RolesAllowed("viewer")
@Transactional
@RunOnVirtualThread
public class MyShiftsResource {
    private final Schedules schedules;
    private final Caller caller;
    private final Clock clock;

    MyShiftsResource(Schedules schedules, Caller caller, Clock clock) {
        this.schedules = schedules;
        this.caller = caller;
        this.clock = clock;
    }

    record MyShift(Ref schedule, Instant start, Instant end, OnCall.Because because) {}

    @GET
    @Operation(summary = "The caller's own shifts in every schedule; at most 100 days, four weeks from now by default.")
    public List<MyShift> shifts(@QueryParam("from") String from, @QueryParam("to") String to) {
        var window = Window.asked(from, to, clock.instant());
        var me = caller.id();
        var rows = schedules.list("deletedAt is null order by lower(name), id");
        var rosters = schedules.rosters(rows.stream().map(row -> row.id).toList(), window.start());
        return rows.stream()
                .filter(row -> rosters.get(row.id).mentions(me))
                .flatMap(row -> Spell.of(rosters.get(row.id).between(window.start(), window.end())).stream()
                        .filter(spell -> spell.duty().person().equals(me))
                        .map(spell -> new MyShift(
                                row.ref(),
                                spell.start(),
                                spell.end(),
                                OnCall.OnDuty.of(spell.duty(), row.id).because())))
                .sorted(Comparator.comparing(MyShift::start))
                .toList();
    }
}
