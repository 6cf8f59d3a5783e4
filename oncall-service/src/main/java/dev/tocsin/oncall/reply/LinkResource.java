package dev.tocsin.oncall.reply;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import dev.tocsin.oncall.Ref;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The link in a text. Looking at it never changes anything: phones and mail scanners fetch links by themselves. */
@Path("/api/v1/links/{token}")
@PermitAll
@RunOnVirtualThread
class LinkResource {
    /** What the link is about, no more than the text itself told. */
    record About(
            UUID id,
            long number,
            String title,
            String state,
            String severity,
            Ref service,
            Ref team,
            Instant triggeredAt) {}

    record Bearer(String name) {}

    /** {@code state}: ready, used, expired, already-acknowledged or resolved; {@code message} says it in a sentence. */
    record View(String action, About incident, Bearer person, String state, String message) {}

    /** What the press of the button did. */
    record Done(String outcome, String message, About incident, Bearer person) {}

    private final LinkAnswers answers;

    LinkResource(LinkAnswers answers) {
        this.answers = answers;
    }

    @GET
    @Operation(summary = "What a link would do; changes nothing")
    public View look(@PathParam("token") String token) {
        return answers.look(token);
    }

    @POST
    @Operation(summary = "Does it; the second time it says what was done")
    public Done act(@PathParam("token") String token) {
        return answers.act(token);
    }
}
