package dev.tocsin.monitor.heartbeat;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.monitor.Problem;
import dev.tocsin.monitor.database.Database;
import dev.tocsin.monitor.database.Row;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** What people see of a job that calls us, and the secret address that it calls. */
@Path("/api/v1/checks")
@RunOnVirtualThread
public class HeartbeatResource {
    private static final Duration USUAL_OVERLAP = Duration.ofDays(1);
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(31);
    private static final int AHEAD = 5;

    private final Database database;
    private final SignalBook book;
    private final Heartbeats heartbeats;
    private final HeartbeatConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    HeartbeatResource(
            Database database,
            SignalBook book,
            Heartbeats heartbeats,
            HeartbeatConfig config,
            ObjectMapper json,
            Clock clock) {
        this.database = database;
        this.book = book;
        this.heartbeats = heartbeats;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    /** @param keepOldFor how long the secret before it stays good, so that jobs can be changed one by one; usually PT24H */
    public record KeyRequest(Optional<Duration> keepOldFor) {}

    /**
     * A new secret, shown this once.
     *
     * @param url what the job calls; {@code /start}, {@code /fail} and {@code /<exit code>} may follow it
     */
    public record NewKey(String key, String url, String hint, Optional<Instant> previousUntil) {}

    /** @param next the next times in that rhythm */
    public record Preview(List<Instant> next) {}

    @GET
    @Path("/{id}/heartbeat")
    @RolesAllowed("viewer")
    @Operation(summary = "How a job stands that is to call us, and when its next call is due")
    public HeartbeatView get(UUID id) {
        var target = target(id);
        var heard = book.heard(id, target.rhythm().toString());
        var found = heartbeats.find(target, heard);
        return new HeartbeatView(
                HeartbeatView.word(found),
                found.expected(),
                found.deadline(),
                Heartbeats.ahead(target, found.expected(), AHEAD),
                heard.succeeded(),
                heard.failed(),
                heard.running(),
                heard.took(),
                key(id),
                config.publicUrl().toString().replaceAll("/+$", "") + "/ping/");
    }

    @GET
    @Path("/{id}/heartbeat/signals")
    @RolesAllowed("viewer")
    @Operation(summary = "The last calls of a job, newest first")
    public List<SignalView> signals(
            UUID id,
            @QueryParam("before") @DefaultValue("9223372036854775807") long before,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        target(id);
        return book.signals(id, before, Math.clamp(limit, 1, 100));
    }

    @POST
    @Path("/{id}/heartbeat/key")
    @ResponseStatus(201)
    @RolesAllowed("responder")
    @Transactional
    @Operation(
            summary = "Makes a new secret address for a job; the one before stays good for a day unless told otherwise")
    public NewKey rotate(UUID id, KeyRequest request) {
        var target = target(id);
        var overlap = Optional.ofNullable(request)
                .flatMap(r -> r.keepOldFor() == null ? Optional.empty() : r.keepOldFor())
                .orElse(USUAL_OVERLAP);
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0)
            throw Problem.badField("keepOldFor", "must be from PT0S to P31D");
        book.heard(id, target.rhythm().toString());
        var key = Keys.make();
        var now = clock.instant();
        database.update(
                """
                update heartbeat set key_hash = ?, key_hint = ?, key_made_at = ?,
                    old_key_hash = case when ? > 0 then key_hash end,
                    old_key_until = case when ? > 0 and key_hash is not null then ?::timestamptz end
                where check_id = ?
                """,
                Keys.hash(key),
                Keys.hint(key),
                now,
                overlap.toMillis(),
                overlap.toMillis(),
                now.plus(overlap),
                id);
        Log.infof("heartbeat address made check=%s key=%s", id, Keys.hint(key));
        var url = config.publicUrl().toString().replaceAll("/+$", "") + "/ping/" + key;
        return new NewKey(key, url, Keys.hint(key), key(id).flatMap(HeartbeatView.Key::previousUntil));
    }

    @GET
    @Path("/heartbeat-preview")
    @RolesAllowed("viewer")
    @Operation(summary = "When a crontab line would run next, in a zone; says what is wrong with it otherwise")
    public Preview preview(@QueryParam("cron") String cron, @QueryParam("zone") @DefaultValue("UTC") String zone) {
        var line = Optional.ofNullable(cron).orElse("");
        try {
            CronTimes.parse(line, ZoneId.of("UTC"));
        } catch (IllegalArgumentException e) {
            throw Problem.badField("cron", e.getMessage());
        }
        try {
            var target = new HeartbeatTarget(Optional.empty(), Optional.of(line), zone, null, null);
            return new Preview(Heartbeats.ahead(target, clock.instant(), AHEAD));
        } catch (DateTimeException e) {
            throw Problem.badField("zone", "must be a time zone such as Europe/Berlin");
        }
    }

    private Optional<HeartbeatView.Key> key(UUID id) {
        return database.first(
                "select key_hint, key_made_at, old_key_until from heartbeat where check_id = ? and key_hash is not null",
                this::key,
                id);
    }

    private HeartbeatView.Key key(Row row) {
        return new HeartbeatView.Key(
                row.text("key_hint"),
                row.instant("key_made_at"),
                row.maybeInstant("old_key_until").filter(clock.instant()::isBefore));
    }

    private HeartbeatTarget target(UUID id) {
        var text = database.first(
                        "select target::text as target from checks where id = ? and kind = ? and deleted_at is null",
                        row -> row.text("target"),
                        id,
                        HeartbeatTarget.KIND)
                .orElseThrow(() -> new NotFoundException("no heartbeat " + id));
        try {
            return json.readValue(text, HeartbeatTarget.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored heartbeat that cannot be read", e);
        }
    }
}
