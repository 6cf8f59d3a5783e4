package dev.tocsin.dashboard.oncall;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.oncall.WebhooksClient.Delivery;
import dev.tocsin.dashboard.oncall.WebhooksClient.Described;
import dev.tocsin.dashboard.oncall.WebhooksClient.Webhook;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.Tab;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** Webhooks: who outside is told what happens to incidents, and what came back. */
@Path("/webhooks")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("responder")
@RunOnVirtualThread
public class WebhookPages {
    private static final int ON_A_PAGE = 50;

    @CheckedTemplate(basePath = "WebhookPages")
    record list(List<Webhook> webhooks, List<Tab> tabs) implements TemplateInstance {}

    @CheckedTemplate(basePath = "WebhookPages")
    record one(Webhook webhook, List<Delivery> deliveries, String older) implements TemplateInstance {}

    /** The form; {@code id} is null for a new webhook, {@code current} is what somebody else saved meanwhile. */
    @CheckedTemplate(basePath = "WebhookPages")
    record edit(UUID id, Form form, List<Option> teams, List<Option> events, Webhook current)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "WebhookPages")
    record secret(Webhook webhook) implements TemplateInstance {}

    private final WebhooksClient webhooks;
    private final Choices choices;
    private final CurrentViewer viewers;

    WebhookPages(@RestClient WebhooksClient webhooks, Choices choices, CurrentViewer viewers) {
        this.webhooks = webhooks;
        this.choices = choices;
        this.viewers = viewers;
    }

    @GET
    public TemplateInstance list() {
        var all = ONCALL.call(() -> Items.all(cursor -> webhooks.list(bearer(), Items.MOST, cursor)));
        return new list(all, OnCallPages.tabs("webhooks"));
    }

    @GET
    @Path("new")
    public TemplateInstance blank() {
        var usual = List.of("incident.triggered", "incident.acknowledged", "incident.resolved");
        return page(null, Form.blank().withAll("events", usual), null);
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(MultivaluedMap<String, String> fields) {
        var form = checked(Form.posted(fields));
        if (form.refused()) return Pages.again(page(null, form, null));
        try {
            var made = ONCALL.call(() -> webhooks.create(bearer(), described(form)));
            // In the answer itself, once: a secret must not stand in a cookie, an address or a second request.
            return Pages.of(201, new secret(made));
        } catch (CallFailed failure) {
            return Pages.again(page(null, form.refusedBy(failure), null), failure);
        }
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(UUID id, @QueryParam("cursor") String cursor) {
        var token = bearer();
        var log = ONCALL.later(() -> webhooks.deliveries(token, id, ON_A_PAGE, cursor));
        var webhook = ONCALL.call(() -> webhooks.webhook(token, id));
        var found = log.get().or(new Items<>(List.of(), null));
        return new one(
                webhook,
                found.items(),
                found.next() == null ? null : "/webhooks/%s?cursor=%s".formatted(id, found.next()));
    }

    @GET
    @Path("{id}/edit")
    public TemplateInstance edit(UUID id) {
        var webhook = ONCALL.call(() -> webhooks.webhook(bearer(), id));
        var form = Form.blank()
                .with("name", webhook.name())
                .with("teamId", webhook.team() == null ? null : webhook.team().id())
                .with("url", webhook.url())
                .withAll("events", webhook.events())
                .with("version", webhook.version());
        return page(id, form, null);
    }

    @POST
    @Path("{id}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(UUID id, MultivaluedMap<String, String> fields) {
        var form = checked(Form.posted(fields));
        if (form.refused()) return Pages.again(page(id, form, null));
        try {
            ONCALL.run(() -> webhooks.change(bearer(), id, described(form)));
            return Flash.good(say(WebhookWords.class).webhookSaved()).on("/webhooks/" + id);
        } catch (CallFailed failure) {
            if (failure.status() != 409) return Pages.again(page(id, form.refusedBy(failure), null), failure);
            var theirs = ONCALL.call(() -> webhooks.webhook(bearer(), id));
            return Pages.again(page(id, form.refusedBy(failure).with("version", theirs.version()), theirs), failure);
        }
    }

    @POST
    @Path("{id}/rotate")
    public Response rotate(UUID id) {
        try {
            return Pages.of(201, new secret(ONCALL.call(() -> webhooks.rotate(bearer(), id))));
        } catch (CallFailed.Refused refused) {
            return Flash.bad(say(WebhookWords.class).noNewSecret(refused.getMessage()))
                    .on("/webhooks/" + id);
        }
    }

    @POST
    @Path("{id}/enable")
    public Response enable(UUID id) {
        return act(
                id, () -> webhooks.enable(bearer(), id), say(WebhookWords.class).switchedOnSendATestTo());
    }

    @POST
    @Path("{id}/test")
    public Response test(UUID id) {
        return act(
                id, () -> webhooks.test(bearer(), id), say(WebhookWords.class).aTestIsOnItsWay());
    }

    @POST
    @Path("{id}/deliveries/{delivery}/redeliver")
    public Response redeliver(UUID id, UUID delivery) {
        return act(
                id,
                () -> webhooks.redeliver(bearer(), id, delivery),
                say(WebhookWords.class).sentAgainUnderTheSameId());
    }

    @POST
    @Path("{id}/delete")
    public Response delete(UUID id) {
        try {
            ONCALL.run(() -> webhooks.delete(bearer(), id));
            return Flash.good(say(WebhookWords.class).webhookDeletedNothingMoreIsSent())
                    .on("/webhooks");
        } catch (CallFailed.Refused refused) {
            return Flash.bad(say(WebhookWords.class).notDeleted(refused.getMessage()))
                    .on("/webhooks/" + id);
        }
    }

    private static Response act(UUID id, Runnable wish, String done) {
        try {
            ONCALL.run(wish);
            return Flash.good(done).on("/webhooks/" + id);
        } catch (CallFailed.Refused refused) {
            return Flash.bad(say(WebhookWords.class).notDone(refused.getMessage()))
                    .on("/webhooks/" + id);
        }
    }

    private edit page(UUID id, Form form, Webhook current) {
        return new edit(id, form, choices.teams(bearer()), events(), current);
    }

    private static List<Option> events() {
        return Stream.of(
                        "triggered",
                        "acknowledged",
                        "ack-timeout",
                        "escalated",
                        "reassigned",
                        "responder-added",
                        "snoozed",
                        "note",
                        "policy-exhausted",
                        "resolved")
                .map("incident."::concat)
                .map(event -> new Option(event, say(WebhookWords.class).event(event)))
                .toList();
    }

    private static Form checked(Form form) {
        var words = say(WebhookWords.class);
        var checked = form;
        if (form.given("name").isEmpty()) checked = checked.refuse("name", words.giveTheWebhookAName());
        if (form.given("url").isEmpty()) checked = checked.refuse("url", words.sayWhereToSendSuchAs());
        if (form.all("events").isEmpty()) checked = checked.refuse("events", words.chooseAtLeastOneEvent());
        return checked;
    }

    private static Described described(Form form) {
        return new Described(
                form.text("name").strip(),
                form.id("teamId").orElse(null),
                form.text("url").strip(),
                form.all("events"),
                form.number("version").orElse(null));
    }

    private String bearer() {
        return viewers.get().bearer();
    }
}
