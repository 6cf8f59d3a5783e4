package dev.tocsin.oncall.search;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.search.Finder.Hit;
import dev.tocsin.oncall.search.Finder.Named;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One question over everything that has a name here. */
@Path("/api/v1/search")
@RolesAllowed("viewer")
@RunOnVirtualThread
public class SearchResource {
    private static final int LONGEST = 100;

    private final Finder finder;

    SearchResource(Finder finder) {
        this.finder = finder;
    }

    /** The best of each kind, in order. */
    record Found(
            List<Hit> incidents,
            List<Named> people,
            List<Named> teams,
            List<Named> services,
            List<Named> schedules,
            List<Named> policies) {}

    @GET
    @Operation(
            summary =
                    "Incidents by number, title or service, and people, teams, services, schedules and policies by name:"
                            + " the best of each")
    public Found find(@QueryParam("q") String q, @QueryParam("limit") @DefaultValue("5") @Min(1) @Max(20) int limit) {
        if (q == null || q.isBlank()) throw Problem.badField("q", "must say what to look for");
        if (q.length() > LONGEST) throw Problem.badField("q", "must have at most %d characters".formatted(LONGEST));
        var words = new Words(q);
        return new Found(
                finder.incidents(words, limit),
                finder.people(words, limit),
                finder.teams(words, limit),
                finder.services(words, limit),
                finder.schedules(words, limit),
                finder.policies(words, limit));
    }
}
