package dev.tocsin.oncall.reply;

import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The carrier's webhooks about calls; each must be answered within 15 s. The body is read as bytes, as for texts. */
@Path("/twilio/voice")
@PermitAll
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
class VoiceResource {
    private final VoiceAnswers answers;
    private final Mailroom mailroom;
    private final TwilioDoor door;

    VoiceResource(VoiceAnswers answers, Mailroom mailroom, TwilioDoor door) {
        this.answers = answers;
        this.mailroom = mailroom;
        this.door = door;
    }

    @POST
    @Path("/say")
    @Produces(MediaType.TEXT_XML)
    @Operation(summary = "Somebody picked up: what to say, by TwiML")
    public Response say(
            @HeaderParam("X-Twilio-Signature") String signed,
            @QueryParam("attempt") String attempt,
            @QueryParam("round") @DefaultValue("1") int round,
            @Context HttpServerRequest request,
            byte[] body) {
        var form = TwilioForm.of(body);
        if (!door.genuine(signed, request, form)) return door.forged();
        return twiml(TwilioForm.uuid(attempt).map(id -> answers.say(id, form.first("AnsweredBy"), round)));
    }

    @POST
    @Path("/keys")
    @Produces(MediaType.TEXT_XML)
    @Operation(summary = "A key was pressed: what came of it, by TwiML")
    public Response keys(
            @HeaderParam("X-Twilio-Signature") String signed,
            @QueryParam("attempt") String attempt,
            @QueryParam("round") @DefaultValue("1") int round,
            @Context HttpServerRequest request,
            byte[] body) {
        var form = TwilioForm.of(body);
        if (!door.genuine(signed, request, form)) return door.forged();
        return twiml(TwilioForm.uuid(attempt).map(id -> answers.keys(id, form.text("Digits"), round)));
    }

    @POST
    @Path("/status")
    @Operation(summary = "A report on a call of ours")
    public Response status(
            @HeaderParam("X-Twilio-Signature") String signed,
            @QueryParam("attempt") String attempt,
            @Context HttpServerRequest request,
            byte[] body) {
        var form = TwilioForm.of(body);
        if (!door.genuine(signed, request, form)) return door.forged();
        var sid = form.first("CallSid");
        var status = form.first("CallStatus");
        if (sid.isEmpty() || status.isEmpty())
            return Response.status(Response.Status.BAD_REQUEST).build();
        Optional<UUID> id = TwilioForm.uuid(attempt);
        mailroom.storeReport(sid.get(), status.get(), id, form.first("ErrorCode"), form.raw());
        mailroom.understandReport(sid.get(), status.get());
        return Response.noContent().build();
    }

    private static Response twiml(Optional<String> document) {
        return document.map(Response::ok)
                .orElseGet(() -> Response.status(Response.Status.BAD_REQUEST))
                .build();
    }
}
