package dev.tocsin.oncall.notice;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import dev.tocsin.oncall.Cursor;
import dev.tocsin.oncall.Listing;
import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.Ref;
import dev.tocsin.oncall.Sql;
import dev.tocsin.oncall.Versions;
import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.audit.Caller;
import dev.tocsin.oncall.people.Membership;
import dev.tocsin.oncall.people.Rights;
import io.quarkus.panache.common.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Who outside is told what happens to incidents: a team's, or for administrators everybody's. */
@Path("/api/v1/webhooks")
@RolesAllowed("responder")
@Transactional
@RunOnVirtualThread
class WebhooksResource {
    private final Webhooks webhooks;
    private final Outbox outbox;
    private final EntityManager database;
    private final Membership membership;
    private final Rights rights;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    WebhooksResource(
            Webhooks webhooks,
            Outbox outbox,
            EntityManager database,
            Membership membership,
            Rights rights,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.webhooks = webhooks;
        this.outbox = outbox;
        this.database = database;
        this.membership = membership;
        this.rights = rights;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Webhooks, the newest first.")
    public Listing<WebhookView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("cursor") String cursor) {
        var after = Optional.ofNullable(cursor).map(text -> Cursor.read(text, 2));
        var found = after.map(c -> webhooks.find(
                        "deletedAt is null and (createdAt, id) < (?1, ?2) order by createdAt desc, id desc",
                        c.instant(0),
                        c.uuid(1)))
                .orElseGet(() -> webhooks.find("deletedAt is null order by createdAt desc, id desc"))
                .page(Page.ofSize(limit + 1))
                .list();
        var names = membership.teamNames(found.stream()
                .map(webhook -> webhook.teamId)
                .filter(team -> team != null)
                .collect(Collectors.toSet()));
        return Listing.upTo(limit, found, webhook -> Cursor.of(webhook.createdAt, webhook.id))
                .map(webhook -> WebhookView.of(webhook, team(webhook, names), Optional.empty()));
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Tell somebody outside; the secret is shown this once.")
    public WebhookView create(@Valid @NotNull WebhookRequest request) {
        mayTell(request.teamId());
        var webhook = Webhook.made(request, caller.id(), clock.instant());
        webhooks.persistAndFlush(webhook);
        audit.record(caller.actor(), "webhook.created", webhook.name, webhook.url);
        return view(webhook, Optional.of(webhook.secret));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One webhook.")
    public WebhookView get(UUID id) {
        return view(webhooks.require(id), Optional.empty());
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change a webhook.")
    public WebhookView change(UUID id, @Valid @NotNull WebhookRequest request) {
        var webhook = mine(id);
        Versions.same(request.version(), webhook.version);
        mayTell(request.teamId());
        webhook.describe(request);
        webhooks.flush();
        audit.record(caller.actor(), "webhook.changed", webhook.name, webhook.url);
        return view(webhook, Optional.empty());
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Stop telling.")
    public void delete(UUID id) {
        var webhook = mine(id);
        webhook.deletedAt = clock.instant();
        audit.record(caller.actor(), "webhook.deleted", webhook.name, webhook.url);
    }

    @POST
    @Path("/{id}/rotate")
    @Operation(summary = "Make a new secret, shown this once; for a day both sign.")
    public WebhookView rotate(UUID id) {
        var webhook = mine(id);
        webhook.rotate(clock.instant());
        webhooks.flush();
        audit.record(caller.actor(), "webhook.secret-rotated", webhook.name, "");
        return view(webhook, Optional.of(webhook.secret));
    }

    @POST
    @Path("/{id}/enable")
    @Operation(summary = "Switch on again what was switched off after long failure.")
    public WebhookView enable(UUID id) {
        var webhook = mine(id);
        webhook.enable();
        webhooks.flush();
        audit.record(caller.actor(), "webhook.enabled", webhook.name, "");
        return view(webhook, Optional.empty());
    }

    @POST
    @Path("/{id}/test")
    @ResponseStatus(202)
    @Operation(summary = "Send a test; the log shows what came back.")
    public WebhookView.Delivery test(UUID id) {
        var webhook = mine(id);
        if (webhook.disabledAt != null) throw Problem.conflict("this webhook is switched off: switch it on first");
        var now = clock.instant();
        var body = "{\"type\":\"test\",\"timestamp\":\"%s\",\"data\":{\"sentBy\":\"Tocsin\"}}".formatted(now);
        var notice = Notice.to(id, null, EventType.TEST, body, now);
        outbox.put(notice);
        audit.record(caller.actor(), "webhook.tested", webhook.name, "");
        return WebhookView.Delivery.of(notice, List.of());
    }

    @GET
    @Path("/{id}/deliveries")
    @Operation(summary = "What was sent and what came back, the newest first.")
    public Listing<WebhookView.Delivery> deliveries(
            UUID id,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        webhooks.require(id);
        var before = cursor == null ? Long.MAX_VALUE : Cursor.read(cursor, 1).number(0);
        var seqs = Sql.list(
                database,
                Object[].class,
                "select seq, id from notice where webhook_id = ?1 and seq < ?2 order by seq desc limit ?3",
                id,
                before,
                limit + 1);
        var page = Listing.upTo(limit, seqs, row -> Cursor.of(row[0]));
        var ids = page.items().stream().map(row -> (UUID) row[1]).toList();
        if (ids.isEmpty()) return Listing.whole(List.of());
        var notices = outbox.list("id in ?1", ids).stream().collect(Collectors.toMap(n -> n.id, n -> n));
        var tries = tries(ids);
        return page.map(row ->
                WebhookView.Delivery.of(notices.get((UUID) row[1]), tries.getOrDefault((UUID) row[1], List.of())));
    }

    @POST
    @Path("/{id}/deliveries/{delivery}/redeliver")
    @ResponseStatus(202)
    @Operation(summary = "Send one again, under the same webhook-id.")
    public WebhookView.Delivery redeliver(UUID id, UUID delivery) {
        var webhook = mine(id);
        if (webhook.disabledAt != null) throw Problem.conflict("this webhook is switched off: switch it on first");
        var notice = outbox.findByIdOptional(delivery)
                .filter(found -> id.equals(found.webhookId))
                .orElseThrow(() -> new NotFoundException("there is no delivery " + delivery));
        outbox.again(notice);
        audit.record(caller.actor(), "webhook.redelivered", webhook.name, notice.event);
        return WebhookView.Delivery.of(notice, tries(List.of(delivery)).getOrDefault(delivery, List.of()));
    }

    private Map<UUID, List<NoticeTry>> tries(List<UUID> notices) {
        return database.createQuery("from NoticeTry where noticeId in ?1 order by n", NoticeTry.class)
                .setParameter(1, notices)
                .getResultStream()
                .collect(Collectors.groupingBy(one -> one.noticeId));
    }

    private Webhook mine(UUID id) {
        var webhook = webhooks.require(id);
        may(webhook.teamId);
        return webhook;
    }

    private void mayTell(UUID teamId) {
        if (teamId != null) membership.requireTeam("teamId", teamId);
        may(teamId);
    }

    private void may(UUID teamId) {
        if (teamId != null) rights.mustManage(teamId);
        else if (!caller.isAdmin()) throw Problem.forbidden("only administrators may tell of every team's incidents");
    }

    private WebhookView view(Webhook webhook, Optional<String> secret) {
        var names = webhook.teamId == null ? Map.<UUID, String>of() : membership.teamNames(Set.of(webhook.teamId));
        return WebhookView.of(webhook, team(webhook, names), secret);
    }

    private static Optional<Ref> team(Webhook webhook, Map<UUID, String> names) {
        return Optional.ofNullable(webhook.teamId).map(id -> new Ref(id, names.get(id)));
    }
}
