package dev.tocsin.oncall.notice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.paging.Announcements;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The way back from postmortem-service: it knows whom to remind of a task, we know how that person is reached. Open, but
 * signed with the secret that both share, over exactly the bytes that arrive; safe to repeat.
 */
@Path("/api/v1/announcements")
@RunOnVirtualThread
class TellingResource {
    private static final int SUBJECT = 200;
    private static final int TEXT = 1_000;
    private static final int KEY = 100;

    /** What to say to whom; the same {@code dedupKey} a second time says nothing. */
    record Telling(UUID personId, String subject, String text, String dedupKey) {}

    /** {@code told} is false when the person has no way to be reached. */
    record Receipt(boolean told) {}

    private final Optional<WebhookSignature> signature;
    private final Announcements announcements;
    private final ObjectMapper json;
    private final Clock clock;

    TellingResource(NoticeConfig config, Announcements announcements, ObjectMapper json, Clock clock) {
        this.signature = config.secret().map(WebhookSignature::new);
        this.announcements = announcements;
        this.json = json;
        this.clock = clock;
    }

    @POST
    @PermitAll
    @Transactional
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tell a person something that is no page (signed by the Standard Webhooks scheme)")
    public Receipt tell(
            @HeaderParam("webhook-id") String id,
            @HeaderParam("webhook-timestamp") String timestamp,
            @HeaderParam("webhook-signature") String signed,
            byte[] body) {
        if (signature.isEmpty() || !signature.get().fits(signed, id, timestamp, text(body), clock.instant())) {
            // The body is not logged: whoever sent it wrote it.
            Log.warnf("announcement refused bytes=%d", body.length);
            throw Problem.unauthorized("the signature does not match");
        }
        var telling = read(body);
        return new Receipt(announcements.tell(
                telling.personId(), telling.subject(), telling.text(), "told:" + telling.dedupKey()));
    }

    private Telling read(byte[] body) {
        try {
            var telling = json.readValue(body, Telling.class);
            if (telling == null || telling.personId() == null) throw Problem.badField("personId", "is required");
            require("subject", telling.subject(), SUBJECT);
            require("text", telling.text(), TEXT);
            require("dedupKey", telling.dedupKey(), KEY);
            return telling;
        } catch (IOException e) {
            throw Problem.badField("body", "is not valid JSON of an announcement");
        }
    }

    private static void require(String field, String value, int most) {
        if (value == null || value.isBlank()) throw Problem.badField(field, "is required");
        if (value.length() > most) throw Problem.badField(field, "must be at most " + most + " characters");
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
