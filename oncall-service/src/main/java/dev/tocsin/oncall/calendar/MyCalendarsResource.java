package dev.tocsin.oncall.calendar;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import dev.tocsin.oncall.Listing;
import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.Ref;
import dev.tocsin.oncall.Secrets;
import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.audit.Caller;
import dev.tocsin.oncall.schedule.OnCall;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The caller's calendar addresses: one for their own shifts, one for each schedule they follow. */
@Path("/api/v1/me/calendars")
@RolesAllowed("viewer")
@Transactional
@RunOnVirtualThread
public class MyCalendarsResource {
    private static final int MOST = 50;
    /** 190 bits. */
    private static final int TOKEN_LENGTH = 32;

    private final CalendarFeeds feeds;
    private final OnCall onCall;
    private final CalendarConfig config;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    MyCalendarsResource(
            CalendarFeeds feeds, OnCall onCall, CalendarConfig config, Audit audit, Caller caller, Clock clock) {
        this.feeds = feeds;
        this.onCall = onCall;
        this.config = config;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param scheduleId null for the caller's own shifts */
    record CalendarRequest(UUID scheduleId) {}

    record CalendarView(UUID id, Ref schedule, Instant createdAt, Instant rotatedAt, Instant lastUsedAt) {
        private static CalendarView of(CalendarFeed feed, Map<UUID, String> names) {
            var schedule = feed.scheduleId == null ? null : new Ref(feed.scheduleId, names.get(feed.scheduleId));
            return new CalendarView(feed.id, schedule, feed.createdAt, feed.rotatedAt, feed.lastUsedAt);
        }
    }

    /** The address, told once: only its hash is kept. */
    record Told(UUID id, String url) {}

    @GET
    @Operation(summary = "The caller's calendar addresses, without the addresses themselves.")
    public Listing<CalendarView> list() {
        var mine = feeds.of(caller.id());
        var names = onCall.names(mine.stream()
                .map(feed -> feed.scheduleId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return Listing.whole(
                mine.stream().map(feed -> CalendarView.of(feed, names)).toList());
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Make a calendar address; it is told once and works until it is rotated or revoked.")
    public Told create(@Valid @NotNull CalendarRequest request) {
        if (request.scheduleId() != null) onCall.require("scheduleId", request.scheduleId());
        if (feeds.of(caller.id()).size() >= MOST)
            throw Problem.conflict("you have %d calendars already".formatted(MOST));
        var token = Secrets.random(TOKEN_LENGTH);
        var feed = CalendarFeed.of(caller.id(), request.scheduleId(), Secrets.hash(token), clock.instant());
        feeds.persist(feed);
        record("calendar.created", feed);
        return told(feed, token);
    }

    @POST
    @Path("/{id}/rotate")
    @Operation(summary = "Give a calendar a new address; the old one is refused from now on.")
    public Told rotate(UUID id) {
        var feed = mine(id);
        var token = Secrets.random(TOKEN_LENGTH);
        feed.rotate(Secrets.hash(token), clock.instant());
        record("calendar.rotated", feed);
        return told(feed, token);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Revoke a calendar address; it is refused from now on.")
    public void revoke(UUID id) {
        var feed = mine(id);
        feeds.delete(feed);
        record("calendar.revoked", feed);
    }

    private CalendarFeed mine(UUID id) {
        return feeds.of(caller.id(), id).orElseThrow(() -> new NotFoundException("you have no calendar " + id));
    }

    private Told told(CalendarFeed feed, String token) {
        return new Told(feed.id, "%s/calendar/%s.ics".formatted(config.linkBase(), token));
    }

    private void record(String action, CalendarFeed feed) {
        var subject =
                feed.schedule().map(id -> onCall.names(List.of(id)).get(id)).orElse("own shifts");
        audit.record(caller.actor(), action, subject, feed.id.toString());
    }
}
