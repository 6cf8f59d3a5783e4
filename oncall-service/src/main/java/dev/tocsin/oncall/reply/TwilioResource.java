package dev.tocsin.oncall.reply;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

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

import dev.tocsin.oncall.paging.TwilioConfig;
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
    private final TwilioConfig config;
    private final TwilioSignature signature;

    TwilioResource(Mailroom mailroom, TwilioConfig config) {
        this.mailroom = mailroom;
        this.config = config;
        this.signature =
                new TwilioSignature(Stream.concat(config.authToken().stream(), config.otherAuthToken().stream())
                        .toList());
    }

    @POST
    @Path("/inbound")
    @Produces(MediaType.TEXT_XML)
    @Operation(summary = "A text from a phone; answered by TwiML")
    public Response inbound(
            @HeaderParam("X-Twilio-Signature") String signed, @Context HttpServerRequest request, byte[] body) {
        var form = Form.of(body);
        if (!genuine(signed, request, form)) return forged();
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
        var form = Form.of(body);
        if (!genuine(signed, request, form)) return forged();
        var sid = form.first("MessageSid").or(() -> form.first("SmsSid"));
        var status = form.first("MessageStatus").or(() -> form.first("SmsStatus"));
        if (sid.isEmpty() || status.isEmpty())
            return Response.status(Response.Status.BAD_REQUEST).build();
        mailroom.storeReport(sid.get(), status.get(), uuid(attempt), form.first("ErrorCode"), form.raw());
        mailroom.understandReport(sid.get(), status.get());
        return Response.noContent().build();
    }

    /** By our configured address, never by what the request says of itself. */
    private boolean genuine(String signed, HttpServerRequest request, Form form) {
        var url = config.callbackBase() + request.uri();
        var ours = config.accountSid();
        return signature.proves(signed, url, form.parameters())
                && ours.isPresent()
                && form.first("AccountSid").equals(ours);
    }

    private static Response forged() {
        Log.warn("a webhook without a valid signature was refused");
        return Response.status(Response.Status.FORBIDDEN).build();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A form body with everything in it, in order. */
    private record Form(String raw, List<TwilioSignature.Parameter> parameters) {
        static Form of(byte[] body) {
            var raw = body == null ? "" : new String(body, StandardCharsets.UTF_8);
            return new Form(raw, TwilioSignature.parse(raw));
        }

        Optional<String> first(String name) {
            return parameters.stream()
                    .filter(parameter -> parameter.name().equals(name))
                    .map(TwilioSignature.Parameter::value)
                    .filter(value -> !value.isEmpty())
                    .findFirst();
        }

        /** For storing: PostgreSQL cannot hold NUL. */
        String text(String name) {
            return first(name).orElse("").replace("\u0000", "");
        }
    }
}
