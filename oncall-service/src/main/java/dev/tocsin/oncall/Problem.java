package dev.tocsin.oncall;

import java.time.Duration;
import java.util.List;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What bad input gets: RFC 9457 problem details, with the fields at fault and the reason for each. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, List<Fault> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One field at fault; {@code field} is a path such as {@code layers[0].zone}. */
    public record Fault(String field, String reason) {}

    public static Problem of(Response.StatusType status, String detail, List<Fault> errors) {
        return new Problem("about:blank", status.getReasonPhrase(), status.getStatusCode(), detail, errors);
    }

    /** A refusal ready to throw: one field, one reason. */
    public static WebApplicationException badField(String field, String reason) {
        return new Refusal(Response.Status.BAD_REQUEST, field + " " + reason, List.of(new Fault(field, reason)));
    }

    /** The caller's copy is out of date, or what it wants clashes with what is. */
    public static WebApplicationException conflict(String detail) {
        return new Refusal(Response.Status.CONFLICT, detail, List.of());
    }

    /** The caller must wait: {@code retryAfter} is rounded up to seconds. */
    public static WebApplicationException tooMany(String detail, Duration retryAfter) {
        var seconds = Math.max(1, retryAfter.plusNanos(999_999_999).toSeconds());
        var response = Response.fromResponse(
                        of(Response.Status.TOO_MANY_REQUESTS, detail, List.of()).response())
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
        return new WebApplicationException(detail, response);
    }

    /** Nobody we know calls, or their secret is wrong: the caller does not learn which. */
    public static WebApplicationException unauthorized(String detail) {
        return new Refusal(Response.Status.UNAUTHORIZED, detail, List.of());
    }

    /** The caller is known and may not do this. */
    public static WebApplicationException forbidden(String detail) {
        return new Refusal(Response.Status.FORBIDDEN, detail, List.of());
    }

    Response response() {
        return Response.status(status)
                .type(MediaType.valueOf(MEDIA_TYPE))
                .entity(this)
                .build();
    }

    /** The type of {@link #unconfirmed()}, by which pages know to ask for the password. */
    public static final String UNCONFIRMED = "urn:tocsin:unconfirmed";

    /** The caller signed in too long ago for this: they must prove once more who they are. */
    public static WebApplicationException unconfirmed() {
        var status = Response.Status.FORBIDDEN;
        var problem = new Problem(
                UNCONFIRMED,
                status.getReasonPhrase(),
                status.getStatusCode(),
                "confirm who you are first: POST /api/v1/me/confirmation",
                List.of());
        return new WebApplicationException(problem.detail(), problem.response());
    }

    /** An exception that carries its problem. */
    public static final class Refusal extends WebApplicationException {
        public Refusal(Response.StatusType status, String detail, List<Fault> errors) {
            super(detail, of(status, detail, errors).response());
        }
    }
}
