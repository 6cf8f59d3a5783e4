package dev.tocsin.oncall.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import dev.tocsin.oncall.Secrets;
import dev.tocsin.oncall.people.Membership;
import dev.tocsin.oncall.schedule.OnCall;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Open to whoever knows the secret address: calendar programs cannot sign in. */
@Path("/calendar/{token: [0-9A-Za-z]{32}}.ics")
@PermitAll
@Transactional
@RunOnVirtualThread
public class CalendarResource {
    private static final String TYPE = "text/calendar; charset=utf-8";
    /** A program that was off for a few days still sees what happened meanwhile. */
    private static final Duration BEHIND = Duration.ofDays(14);

    private final CalendarFeeds feeds;
    private final OnCall onCall;
    private final Membership membership;
    private final CalendarConfig config;
    private final Clock clock;

    CalendarResource(CalendarFeeds feeds, OnCall onCall, Membership membership, CalendarConfig config, Clock clock) {
        this.feeds = feeds;
        this.onCall = onCall;
        this.membership = membership;
        this.config = config;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Shifts as iCalendar: two weeks back and a year ahead. 404 once the address is revoked.")
    public Response read(String token, @Context Request request) {
        var feed = feeds.byToken(token)
                .filter(found -> !membership.enabled(List.of(found.personId)).isEmpty())
                .orElseThrow(CalendarResource::unknown);
        feed.used(clock.instant());
        var text = text(feed).orElseThrow(CalendarResource::unknown);
        var tag = new EntityTag(Secrets.hash(text).substring(0, 32));
        var caching = new CacheControl();
        caching.setPrivate(true);
        caching.setMaxAge((int) config.fresh().toSeconds());
        var unchanged = request.evaluatePreconditions(tag);
        var answer = unchanged == null ? Response.ok(text).type(TYPE) : unchanged;
        return answer.tag(tag).cacheControl(caching).build();
    }

    /** Whole days, so that the text changes when the shifts do and not with each question. Empty: deleted meanwhile. */
    private Optional<String> text(CalendarFeed feed) {
        var today = clock.instant()
                .atZone(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
        var from = today.minus(BEHIND);
        var to = today.plus(config.ahead());
        if (feed.schedule().isEmpty()) return Optional.of(own(feed.personId, from, to));
        return onCall.book(feed.scheduleId, from, to)
                .map(book -> CalendarText.ofSchedule(book, names(book), from, to, pages()));
    }

    private String own(UUID person, Instant from, Instant to) {
        var name = membership.names(List.of(person)).get(person);
        return CalendarText.ofPerson(person, name, onCall.booksOf(person, from, to), from, to, pages());
    }

    private Map<UUID, String> names(OnCall.Book book) {
        return membership.names(
                book.turns().stream().map(turn -> turn.who().person()).collect(Collectors.toSet()));
    }

    private String pages() {
        return config.linkBase() + "/schedules/";
    }

    private static NotFoundException unknown() {
        return new NotFoundException("there is no such calendar");
    }
}
