package dev.tocsin.postmortem.draft;

import java.util.List;

import jakarta.ws.rs.core.Response;

import dev.tocsin.postmortem.Problem;

/** The HTTP answer to each outcome of a wish to change a report. */
public final class Answers {
    private Answers() {}

    /** The report as it is now, or a problem: 409 with what stands, 422 with what is missing, 403 with the reason. */
    public static Response of(Drafts.Outcome outcome) {
        return switch (outcome) {
            case Drafts.Outcome.Done(var now) -> Response.ok(now).build();
            case Drafts.Outcome.Conflict(var reason, var current) -> ConflictProblem.response(reason, current);
            case Drafts.Outcome.Incomplete(var missing) -> throw Problem.incomplete(missing);
            case Drafts.Outcome.Forbidden(var reason) ->
                throw new Problem.Refusal(Response.Status.FORBIDDEN, reason, List.of());
        };
    }
}
