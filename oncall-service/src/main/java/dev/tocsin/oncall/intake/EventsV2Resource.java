package dev.tocsin.oncall.intake;

import java.util.List;
import java.util.function.Function;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.logging.Log;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The door for tools that speak PagerDuty's Events API v2. Always answers JSON; a 202 means durable. */
@Path("/v2")
@PermitAll
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
class EventsV2Resource {
    /** Every answer's shape; clients read {@code status}, {@code message} and {@code errors}, and keep the key. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record Answer(
            String status,
            String message,
            @JsonProperty("dedup_key") String dedupKey,
            List<String> errors) {}

    private final Intake intake;

    EventsV2Resource(Intake intake) {
        this.intake = intake;
    }

    @POST
    @Path("/enqueue")
    @Operation(summary = "Takes a trigger, acknowledge or resolve event")
    public Response enqueue(byte[] body) {
        return take(body, this::event);
    }

    @POST
    @Path("/change/enqueue")
    @Operation(summary = "Takes a change event; pages nobody")
    public Response change(byte[] body) {
        return take(body, this::change);
    }

    private static Response take(byte[] body, Function<JsonNode, Response> work) {
        try {
            return switch (Foreign.json(body)) {
                case Foreign.Body.Of(var fields) -> work.apply(fields);
                case Foreign.Body.TooLarge _ ->
                    refused(
                            Response.Status.REQUEST_ENTITY_TOO_LARGE,
                            "invalid event",
                            "Event is larger than 512 KB",
                            List.of());
                case Foreign.Body.Unreadable _ ->
                    refused(
                            Response.Status.BAD_REQUEST,
                            "Unrecognized object",
                            "Event object format is unrecognized",
                            List.of("JSON parse error"));
            };
        } catch (RuntimeException e) {
            Log.error("an event was not taken; the tool is asked to come again", e);
            return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, 5)
                    .entity(new Answer("internal error", "Event was not processed; send it again", null, null))
                    .build();
        }
    }

    private Response event(JsonNode body) {
        return switch (EventsV2.read(body)) {
            case EventsV2.Read.Bad(var errors) -> invalid(errors);
            case EventsV2.Read.Good(var key, var signal) ->
                answer(intake.take(key, signal), "Event processed", signal.dedupKey());
        };
    }

    private Response change(JsonNode body) {
        var key = Lenient.text(body.path("routing_key"), 256);
        if (key.isEmpty()) return invalid(List.of("routing_key is missing"));
        var payload = body.path("payload");
        var summary = Lenient.text(payload.path("summary"), 1024);
        if (summary.isEmpty()) return invalid(List.of("payload.summary is missing"));
        var source = Lenient.text(payload.path("source"), 1024);
        var observed = Lenient.instant(payload.path("timestamp"));
        return answer(intake.take(key.get(), summary.get(), source, observed, body), "Change event processed", null);
    }

    private Response answer(Intake.Taken taken, String message, String dedupKey) {
        return switch (taken) {
            case Intake.Taken.Durable _ ->
                Response.accepted(new Answer("success", message, dedupKey, null))
                        .build();
            case Intake.Taken.UnknownKey _ ->
                invalid(List.of("routing_key is not known here (32 characters, as shown when it was made)"));
            case Intake.Taken.TooMany(var pause) ->
                Response.status(Response.Status.TOO_MANY_REQUESTS)
                        .header("Retry-After", Math.max(1, pause.toSeconds()))
                        .entity(new Answer("throttle exceeded", "Too many events for this key", null, null))
                        .build();
        };
    }

    private static Response invalid(List<String> errors) {
        return refused(Response.Status.BAD_REQUEST, "invalid event", "Event object is invalid", errors);
    }

    private static Response refused(Response.Status code, String status, String message, List<String> errors) {
        return Response.status(code)
                .entity(new Answer(status, message, null, errors))
                .build();
    }
}
