package dev.tocsin.oncall.intake;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The door for tools that speak PagerDuty's Events API v2. Always answers JSON; a 202 means durable. */
@Path("/v2")
@PermitAll
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
class EventsV2Resource {
    private static final int LARGEST = 512 * 1024;

    /** Every answer's shape; clients read {@code status}, {@code message} and {@code errors}, and keep the key. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String status,
            String message,
            @JsonProperty("dedup_key") String dedupKey,
            List<String> errors) {}

    private final Intake intake;
    private final ObjectMapper json;

    EventsV2Resource(Intake intake, ObjectMapper json) {
        this.intake = intake;
        this.json = json;
    }

    @POST
    @Path("/enqueue")
    @Operation(summary = "Takes a trigger, acknowledge or resolve event")
    public Response enqueue(byte[] body) {
        return read(body).map(this::event).orElseGet(() -> unreadable(body));
    }

    @POST
    @Path("/change/enqueue")
    @Operation(summary = "Takes a change event; pages nobody")
    public Response change(byte[] body) {
        return read(body).map(this::change).orElseGet(() -> unreadable(body));
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

    private Optional<JsonNode> read(byte[] body) {
        if (body == null || body.length > LARGEST) return Optional.empty();
        try {
            return Optional.ofNullable(json.readTree(body)).filter(JsonNode::isObject);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Response unreadable(byte[] body) {
        if (body != null && body.length > LARGEST) {
            return Response.status(Response.Status.REQUEST_ENTITY_TOO_LARGE)
                    .entity(new Answer("invalid event", "Event is larger than 512 KB", null, List.of()))
                    .build();
        }
        return Response.status(Response.Status.BAD_REQUEST)
                .entity(new Answer(
                        "Unrecognized object",
                        "Event object format is unrecognized",
                        null,
                        List.of("JSON parse error")))
                .build();
    }

    private static Response invalid(List<String> errors) {
        return Response.status(Response.Status.BAD_REQUEST)
                .entity(new Answer("invalid event", "Event object is invalid", null, errors))
                .build();
    }
}
