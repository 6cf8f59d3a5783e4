package dev.tocsin.dashboard.links;

import java.time.Instant;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.Ref;
import dev.tocsin.dashboard.web.Refusals;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** {@code /a/…}: open to everyone who holds the link, because a person woken at night has only a phone. */
@Path("/a/{token}")
@PermitAll
@RunOnVirtualThread
public class LinkPages {
    @CheckedTemplate(basePath = "LinkPages")
    record link(Link link, String token) implements TemplateInstance {}

    @CheckedTemplate(basePath = "LinkPages")
    record done(String message, boolean already, Incident incident) implements TemplateInstance {}

    @CheckedTemplate(basePath = "LinkPages")
    record unknown(String headline, String detail, boolean retry) implements TemplateInstance {}

    @RegisterRestClient(configKey = "oncall")
    @RegisterProvider(Refusals.class)
    @Path("/api/v1/links/{token}")
    interface Client {
        @GET
        Link look(@PathParam("token") String token);

        @POST
        Outcome press(@PathParam("token") String token, Nothing nothing);
    }

    /** @param state ready, used, expired, already-acknowledged or resolved */
    record Link(Incident incident, Person person, String state, String message) {
        public boolean isReady() {
            return "ready".equals(state);
        }

        /** What to say instead of a button. */
        public String words() {
            var words = say(LinkWords.class);
            if (message != null && !message.isBlank()) return message;
            return switch (state) {
                case "expired" -> words.thisLinkIsTooOldTo();
                case "resolved" -> words.thisIncidentIsResolved();
                default -> words.thisIncidentIsAcknowledgedAlready();
            };
        }
    }

    record Incident(
            String id,
            int number,
            String title,
            String state,
            String severity,
            Ref service,
            Ref team,
            Instant triggeredAt) {}

    record Person(String name) {}

    record Outcome(String outcome, String message, Incident incident) {}

    record Nothing() {}

    private final Client client;

    LinkPages(@RestClient Client client) {
        this.client = client;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response look(@PathParam("token") String token) {
        try {
            return Pages.of(200, new link(ONCALL.call(() -> client.look(token)), token));
        } catch (CallFailed failure) {
            return explain(failure);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    public Response press(@PathParam("token") String token) {
        try {
            var outcome = ONCALL.call(() -> client.press(token, new Nothing()));
            var already = outcome.outcome() != null && !outcome.outcome().equals("taken");
            return Pages.of(200, new done(outcome.message(), already, outcome.incident()));
        } catch (CallFailed failure) {
            return explain(failure);
        }
    }

    private static Response explain(CallFailed failure) {
        var words = say(LinkWords.class);
        return switch (failure) {
            case CallFailed.Refused refused ->
                Pages.of(
                        refused.isNotFound() ? 404 : refused.status(),
                        new unknown(
                                refused.isNotFound() ? words.thisLinkLeadsNowhere() : words.thisLinkDoesNotWorkAny(),
                                words.replyToTheTextMessageWith(),
                                false));
            case CallFailed.ServiceDown down ->
                Pages.of(503, new unknown(down.getMessage(), words.nothingWasAcknowledgedTryAgainOr(), true));
        };
    }
}
