package dev.tocsin.postmortem.intake;

import java.io.IOException;
import java.time.Clock;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;

import dev.tocsin.postmortem.Problem;
import dev.tocsin.postmortem.StoredJson;
import dev.tocsin.postmortem.draft.Handovers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Takes the signed webhook of a closed incident; answers 2xx only after the draft is committed. */
@Path("/api/v1/intake/incidents")
@RunOnVirtualThread
class IntakeResource {
    /** What became of the message: {@code opened}, {@code known}, {@code kept} or {@code ignored}. */
    record Receipt(String outcome) {}

    private final List<byte[]> keys;
    private final Handovers handovers;
    private final Clock clock;
    private final MeterRegistry metrics;

    IntakeResource(WebhookConfig config, Handovers handovers, Clock clock, MeterRegistry metrics) {
        this.keys = config.secret().map(Signature::keys).orElse(List.of());
        this.handovers = handovers;
        this.clock = clock;
        this.metrics = metrics;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Open a draft for a resolved incident (signed webhook, safe to repeat)")
    public Receipt receive(
            @HeaderParam("webhook-id") String id,
            @HeaderParam("webhook-timestamp") String timestamp,
            @HeaderParam("webhook-signature") String signature,
            byte[] body) {
        if (!Signature.isValid(keys, id, timestamp, signature, body, clock.instant())) {
            // The body is not logged: whoever sent it wrote it.
            Log.warnf("webhook refused bytes=%d", body.length);
            throw refused("the signature does not match");
        }
        var outcome = take(read(body));
        metrics.counter("tocsin.postmortem.webhooks", "outcome", outcome).increment();
        return new Receipt(outcome);
    }

    private String take(IncidentWebhook webhook) {
        if (!IncidentWebhook.RESOLVED.equals(webhook.type())) return "ignored";
        if (webhook.data() == null) throw Problem.badField("data", "is required");
        return switch (handovers.take(webhook.data())) {
            case OPENED -> "opened";
            case KNOWN -> "known";
            case KEPT -> "kept";
        };
    }

    private static IncidentWebhook read(byte[] body) {
        try {
            var webhook = StoredJson.mapper().readValue(body, IncidentWebhook.class);
            if (webhook == null) throw Problem.badField("data", "is required");
            return webhook;
        } catch (IOException e) {
            Log.warnf("webhook signed but unreadable bytes=%d", body.length);
            throw new Problem.Refusal(Status.BAD_REQUEST, "the body is not a valid incident document", List.of());
        }
    }

    private Problem.Refusal refused(String detail) {
        metrics.counter("tocsin.postmortem.webhooks", "outcome", "refused").increment();
        return new Problem.Refusal(Status.UNAUTHORIZED, detail, List.of());
    }
}
