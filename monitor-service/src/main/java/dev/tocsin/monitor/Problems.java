package dev.tocsin.monitor;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
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

    /** Named twice: the framework has a mapper of its own for the second, nearer to what is thrown. */
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response unreadable(JsonProcessingException e) {
        return Problem.unreadable("", e).getResponse();
    }

    /** Two people changed the same thing at once; the second is asked to look again. */
    @ServerExceptionMapper
    Response overtaken(OptimisticLockException e) {
        return Problem.of(Response.Status.CONFLICT, "somebody changed it meanwhile; read it again", List.of())
                .response();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unknownCaller(SecurityException e) {
        return Response.fromResponse(Problem.of(Response.Status.UNAUTHORIZED, "sign in first", List.of())
                        .response())
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
        var parts = path.split("\\.", 3);
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
