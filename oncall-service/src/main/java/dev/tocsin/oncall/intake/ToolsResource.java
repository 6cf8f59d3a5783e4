package dev.tocsin.oncall.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.logging.Log;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The doors for tools that post their own form. A 200 means durable; overload and trouble of ours answer 503, because
 * Alertmanager tries again at once after nothing else. Every answer is JSON. The form is in the path, whose service is
 * in the key, so any key fits any door of its integration.
 */
@Path("/in")
@PermitAll
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
class ToolsResource {
    private static final int MOST_TOLD = 100;

    /** Every answer's shape; {@code signals} is the first hundred of what became of each. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record Answer(String status, String message, List<String> errors, List<Told> signals) {
        static Answer refused(String status, String message, List<String> errors) {
            return new Answer(status, message, errors, null);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @RegisterForReflection
    record Told(@JsonProperty("dedup_key") String dedupKey, String outcome, Optional<UUID> incident) {
        static Told of(Effect effect) {
            return new Told(effect.dedupKey(), effect.outcome().wire(), effect.incident());
        }
    }

    private final Intake intake;
    private final Mappings mappings;

    ToolsResource(Intake intake, Mappings mappings) {
        this.intake = intake;
        this.mappings = mappings;
    }

    @POST
    @Path("/{tool:alertmanager|grafana}{key:(/[^/]+)?}")
    @Operation(summary = "Takes what Alertmanager's or Grafana's webhook sends")
    public Response alerts(
            @PathParam("key") String path, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, byte[] body) {
        return take(authorization, path, Foreign.json(body), _ -> Alerts::read);
    }

    @PUT
    @Path("/{tool:alertmanager|grafana}{key:(/[^/]+)?}")
    @Operation(summary = "Takes what Grafana's webhook sends when it is set to PUT")
    public Response alertsPut(
            @PathParam("key") String path, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, byte[] body) {
        return alerts(path, authorization, body);
    }

    @POST
    @Path("/generic{key:(/[^/]+)?}")
    @Operation(summary = "Takes any JSON, or a form, by the integration's mapping or as GoAlert's generic form")
    public Response generic(
            @PathParam("key") String path, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, byte[] body) {
        return take(authorization, path, Foreign.jsonOrForm(body), key -> {
            var mapping = intake.mapping(key).map(mappings::of).orElse(Mapping.USUAL);
            return fields -> GenericForm.read(fields, mapping);
        });
    }

    @POST
    @Path("/nagios{key:(/[^/]+)?}")
    @Operation(summary = "Takes what our notification command for Nagios sends")
    public Response nagios(
            @PathParam("key") String path, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, byte[] body) {
        return take(authorization, path, Foreign.jsonOrForm(body), _ -> NagiosForm::read);
    }

    private Response take(
            String authorization, String path, Foreign.Body body, Function<String, Function<ObjectNode, Read>> reader) {
        var key = DoorKey.of(authorization, path == null ? null : path.replaceFirst("^/", ""));
        if (key.isEmpty()) return unknownKey();
        try {
            return switch (body) {
                case Foreign.Body.TooLarge _ ->
                    answer(Status.REQUEST_ENTITY_TOO_LARGE, "the body is larger than 512 KB");
                case Foreign.Body.Unreadable _ ->
                    answer(Status.BAD_REQUEST, "the body is no JSON object that can be read");
                case Foreign.Body.Of(var fields) ->
                    switch (reader.apply(key.get()).apply(fields)) {
                        case Read.Bad(var errors) -> answer(Status.BAD_REQUEST, errors.toArray(String[]::new));
                        case Read.Good(var delivery) -> answer(intake.take(key.get(), delivery));
                    };
            };
        } catch (RuntimeException e) {
            Log.error("signals were not taken; the tool is asked to come again", e);
            return comeAgain("trouble on our side, nothing is lost if it is sent again", 5);
        }
    }

    private static Response answer(Intake.Taken taken) {
        return switch (taken) {
            case Intake.Taken.UnknownKey _ -> unknownKey();
            case Intake.Taken.TooMany(var pause) ->
                comeAgain("too much at once for this key", Math.max(1, pause.toSeconds()));
            case Intake.Taken.Durable(var effects) ->
                Response.ok(new Answer(
                                "success",
                                effects.size() == 1 ? "1 signal taken" : effects.size() + " signals taken",
                                null,
                                effects.stream().limit(MOST_TOLD).map(Told::of).toList()))
                        .build();
        };
    }

    private static Response answer(Status status, String... errors) {
        return Response.status(status)
                .entity(Answer.refused("invalid event", String.join("; ", errors), Arrays.asList(errors)))
                .build();
    }

    private static Response comeAgain(String why, long seconds) {
        return Response.status(Status.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .entity(Answer.refused("come again", why, List.of()))
                .build();
    }

    private static Response unknownKey() {
        var error =
                "the key is not known here: send it as a Bearer token, as the password of Basic, or at the end of the"
                        + " path; never in the query";
        return Response.status(Status.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer, Basic realm=\"Tocsin\"")
                .entity(Answer.refused("unknown key", error, List.of(error)))
                .build();
    }
}
