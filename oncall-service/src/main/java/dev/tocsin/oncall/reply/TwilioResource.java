package dev.tocsin.oncall.reply;

import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.logging.Log;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The carrier's webhooks. The body is read as bytes: a form parser would drop or reorder what the signature covers. */
@Path("/twilio/sms")
@PermitAll
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
class TwilioResource {
    private final Mailroom mailroom;
    private final TwilioDoor door;

    TwilioResource(Mailroom mailroom, TwilioDoor door) {
        this.mailroom = mailroom;
        this.door = door;
    }

    @POST
    @Path("/inbound")
    @Produces(MediaType.TEXT_XML)
    @Operation(summary = "A text from a phone; answered by TwiML")
    public Response inbound(
            @HeaderParam("X-Twilio-Signature") String signed, @Context HttpServerRequest request, byte[] body) {
        var form = TwilioForm.of(body);
        if (!door.genuine(signed, request, form)) return door.forged();
        var sid = form.first("MessageSid");
        if (sid.isEmpty()) return Response.status(Response.Status.BAD_REQUEST).build();
        mailroom.storeText(
                sid.get(), form.text("From"), form.text("To"), form.text("Body"), form.raw(), form.first("OptOutType"));
        return Response.ok(Twiml.message(understood(sid.get()))).build();
    }

    /** What was stored is not lost when it cannot be understood now: the sweep takes it up. */
    private Optional<String> understood(String sid) {
        try {
            return mailroom.understandText(sid);
        } catch (RuntimeException e) {
            Log.errorf(e, "stored, and not understood yet: text %s", sid);
            return Optional.empty();
        }
    }

    @POST
    @Path("/status")
    @Operation(summary = "A report on a text of ours")
    public Response status(
            @HeaderParam("X-Twilio-Signature") String signed,
            @QueryParam("attempt") String attempt,
            @Context HttpServerRequest request,
            byte[] body) {
        var form = TwilioForm.of(body);
        if (!door.genuine(signed, request, form)) return door.forged();
        var sid = form.first("MessageSid").or(() -> form.first("SmsSid"));
        var status = form.first("MessageStatus").or(() -> form.first("SmsStatus"));
        if (sid.isEmpty() || status.isEmpty())
            return Response.status(Response.Status.BAD_REQUEST).build();
        mailroom.storeReport(sid.get(), status.get(), TwilioForm.uuid(attempt), form.first("ErrorCode"), form.raw());
        mailroom.understandReport(sid.get(), status.get());
        return Response.noContent().build();
    }
}
