package dev.tocsin.postmortem;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.logging.Log;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every refusal into one shape, {@link Problem}, that names the field and says nothing of our insides. */
class Problems {
    /** What PostgreSQL says to U+0000 in a text and in JSON. */
    private static final Set<String> UNKEEPABLE = Set.of("22021", "22P05");

    private static final int AWAY_SECONDS = 2;

    @ServerExceptionMapper
    Response refused(WebApplicationException e) {
        if (e.getResponse().getEntity() instanceof Problem) return e.getResponse();
        if (e.getCause() instanceof JsonProcessingException json) return unreadable(json);
        var status = e.getResponse().getStatusInfo();
        return Problem.of(status, e.getMessage(), List.of()).response();
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e) {
        var faults = e.getConstraintViolations().stream()
                .map(v -> new Problem.Fault(field(v.getPropertyPath().toString()), v.getMessage()))
                .sorted(Comparator.comparing(Problem.Fault::field))
                .toList();
        var detail = faults.stream().map(f -> f.field() + " " + f.reason()).collect(Collectors.joining("; "));
        return Problem.of(Response.Status.BAD_REQUEST, detail, faults).response();
    }

    /** Named by itself because Quarkus has a mapper of its own for it, which would be the nearer one. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException e) {
        return unreadable(e);
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException e) {
        var field = e instanceof JsonMappingException m
                ? m.getPath().stream()
                        .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
                        .collect(Collectors.joining("."))
                        .replace(".[", "[")
                : "";
        var reason = e instanceof UnrecognizedPropertyException ? "is not known here" : "cannot be read";
        var faults = field.isEmpty() ? List.<Problem.Fault>of() : List.of(new Problem.Fault(field, reason));
        var detail = field.isEmpty() ? "the body is not valid JSON" : field + " " + reason;
        return Problem.of(Response.Status.BAD_REQUEST, detail, faults).response();
    }

    @ServerExceptionMapper
    Response unknown(UnauthorizedException e) {
        var problem = Problem.of(Response.Status.UNAUTHORIZED, "a valid bearer token is required", List.of());
        return Response.fromResponse(problem.response())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return Problem.of(Response.Status.FORBIDDEN, "your role does not allow this", List.of())
                .response();
    }

    @ServerExceptionMapper
    Response unexpected(RuntimeException e) {
        var state = sqlState(e);
        if (state.filter(Problems::isAway).isPresent()) return unavailable(e);
        if (state.filter(UNKEEPABLE::contains).isPresent())
            return Problem.of(
                            Response.Status.BAD_REQUEST,
                            "a text holds the sign U+0000, which nobody can keep",
                            List.of())
                    .response();
        Log.error("unexpected failure", e);
        return Problem.of(
                        Response.Status.INTERNAL_SERVER_ERROR, "something failed on our side; it is logged", List.of())
                .response();
    }

    /** The path without the method and parameter names that Bean Validation puts first. */
    private static String field(String path) {
        var parts = path.replace(".<list element>", "").split("\\.", 3);
        return parts.length == 3 ? parts[2] : parts[parts.length - 1];
    }

    /** Nothing was done, and it is worth trying again. */
    private static Response unavailable(RuntimeException e) {
        Log.warnf("the database does not answer: %s", e.getMessage());
        var problem =
                Problem.of(Response.Status.SERVICE_UNAVAILABLE, "our database does not answer; try again", List.of());
        return Response.fromResponse(problem.response())
                .header(HttpHeaders.RETRY_AFTER, AWAY_SECONDS)
                .build();
    }

    /** What the database says of a failure, if it was one of the database. */
    private static Optional<String> sqlState(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause())
            if (cause instanceof SQLException sql)
                return Optional.of(Objects.requireNonNullElse(sql.getSQLState(), "08000"));
        return Optional.empty();
    }

    /** No connection, none free in time, or the server is going down or coming up. */
    private static boolean isAway(String state) {
        return state.startsWith("08") || state.startsWith("57P");
    }
}
