package dev.tocsin.postmortem.draft;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.tocsin.postmortem.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** A change that came too late, with what stands now: the caller still holds its own text and can lay one by the other. */
@RegisterForReflection
public record ConflictProblem(String type, String title, int status, String detail, PostmortemView current) {
    public static Response response(String detail, PostmortemView current) {
        var status = Response.Status.CONFLICT;
        return Response.status(status)
                .type(MediaType.valueOf(Problem.MEDIA_TYPE))
                .entity(new ConflictProblem(
                        "about:blank", status.getReasonPhrase(), status.getStatusCode(), detail, current))
                .build();
    }
}
