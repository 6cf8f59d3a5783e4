package dev.tocsin.monitor;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

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

    /** Too much at once, or in a minute. @param wait how long to wait before trying again */
    public static WebApplicationException tooMany(String detail, Duration wait) {
        var status = Response.Status.TOO_MANY_REQUESTS;
        var problem = of(status, detail, List.of());
        var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return new WebApplicationException(
                detail,
                Response.fromResponse(problem.response())
                        .header("Retry-After", seconds)
                        .build());
    }

    /** JSON that does not say what it should. @param inside the field it was found under; {@code ""} for the whole body */
    public static WebApplicationException unreadable(String inside, JsonProcessingException e) {
        var path = e instanceof JsonMappingException m
                ? m.getPath().stream()
                        .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
                        .collect(Collectors.joining("."))
                        .replace(".[", "[")
                : "";
        var field = Stream.of(inside, path).filter(part -> !part.isEmpty()).collect(Collectors.joining("."));
        var reason = e instanceof UnrecognizedPropertyException ? "is not known here" : "cannot be read";
        if (!field.isEmpty()) return badField(field, reason);
        return new Refusal(Response.Status.BAD_REQUEST, "the body is not valid JSON", List.of());
    }

    Response response() {
        return Response.status(status)
                .type(MediaType.valueOf(MEDIA_TYPE))
                .entity(this)
                .build();
    }

    /** An exception that carries its problem. */
    public static final class Refusal extends WebApplicationException {
        public Refusal(Response.StatusType status, String detail, List<Fault> errors) {
            super(detail, of(status, detail, errors).response());
        }
    }
}
