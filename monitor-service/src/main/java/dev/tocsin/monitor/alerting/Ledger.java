package dev.tocsin.monitor.alerting;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.monitor.database.Database;
import dev.tocsin.monitor.database.Row;
import dev.tocsin.monitor.secret.Vault;
import dev.tocsin.monitor.verdict.Cause;
import dev.tocsin.monitor.verdict.Change;
import dev.tocsin.monitor.verdict.Decision;
import dev.tocsin.monitor.verdict.Evidence;
import dev.tocsin.monitor.verdict.Flaps;
import dev.tocsin.monitor.verdict.Recent;
import dev.tocsin.monitor.verdict.Run;
import dev.tocsin.monitor.verdict.Standing;
import dev.tocsin.monitor.verdict.State;
import dev.tocsin.monitor.verdict.Unconfirmed;
import io.quarkus.logging.Log;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Where every check stands. A decision is written whole or not at all: standing, history and outbox in one statement,
 * only if the standing is still the one that was read, and only by whoever holds the fence.
 */
@ApplicationScoped
public class Ledger {
    private static final String WRITE = """
            with saved as (
                update check_state
                set state = ?, since = ?, reason = ?, cause = ?, recent = ?, good_count = ?, good_since = ?, unknowns = ?,
                    alerting = ?, flips = ?, flapping = ?, changed_at = ?, attempts = ?::jsonb, revision = revision + 1
                where check_id = ? and revision = ?
                  and (?::int is null or exists (select from slot where number = ?::int and owner = ?::uuid and fence = ?::bigint))
                returning check_id),
            written as (
                insert into status_change (check_id, at, observed_at, from_state, to_state, reason, signal, event, evidence,
                                           routing_key, events_url, delivery)
                select saved.check_id, c.at, c.observed, c."from", c."to", c.reason, c.signal, c.event, c.proof,
                       coalesce(raised.routing_key, c.key),
                       case when raised.routing_key is null then c.url else raised.events_url end,
                       case when c.signal is null or coalesce(raised.routing_key, c.key) is null
                            then 'none' else 'pending' end
                from saved
                cross join jsonb_to_recordset(?::jsonb) as c(n int, at timestamptz, observed timestamptz, "from" text,
                     "to" text, reason text, signal text, event jsonb, proof jsonb, key text, url text)
                left join lateral (
                    select routing_key, events_url from status_change
                    where check_id = saved.check_id and signal = 'trigger' and c.signal = 'resolve'
                    order by id desc limit 1) raised on true
                order by c.n),
            slipped as (
                insert into unconfirmed_failure (check_id, began, ended, reason, attempts)
                select saved.check_id, u."from", u.until, u.reason, u.attempts
                from saved
                cross join jsonb_to_recordset(?::jsonb) as u("from" timestamptz, until timestamptz, reason text, attempts jsonb))
            select check_id from saved
            """;

    private final Database database;
    private final ObjectMapper json;
    private final AlertingConfig config;
    private final Wake wake;
    private final Vault vault;

    Ledger(Database database, ObjectMapper json, AlertingConfig config, Wake wake, Vault vault) {
        this.database = database;
        this.json = json;
        this.config = config;
        this.wake = wake;
        this.vault = vault;
    }

    /** Begins the account of a check nobody has probed yet. */
    public void open(UUID check, Instant now) {
        var fresh = Standing.fresh(now);
        database.update(
                """
                insert into check_state (check_id, state, since, reason, cause, good_count, good_since, unknowns, alerting,
                                         changed_at, attempts, revision)
                values (?, ?, ?, ?, ?, 0, ?, 0, false, ?, '[]', 0)
                """,
                check,
                fresh.state().word(),
                fresh.since(),
                fresh.reason(),
                fresh.cause().map(Cause::word),
                fresh.run().since(),
                fresh.changed());
    }

    /** Where these checks stand; one that does not exist is left out. */
    public Map<UUID, Stored> standings(Collection<UUID> checks) {
        return database
                .list(
                        "select *, attempts::text as failed from check_state where check_id = any(?)",
                        this::entry,
                        checks)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Writes a decision.
     *
     * @param read the standing that the decision was made from
     * @param fence empty for what people do, which counts wherever they do it
     * @param lastGood what the last good probe found, to say what is different now
     * @return the standing as it now is; empty when somebody else wrote meanwhile or the fence is lost
     */
    public Optional<Stored> write(
            Subject subject, Stored read, Decision decision, Optional<Fence> fence, Optional<Evidence> lastGood) {
        var after = decision.standing();
        var saved = database.first(
                WRITE,
                row -> row.uuid("check_id"),
                after.state().word(),
                after.since(),
                after.reason(),
                after.cause().map(Cause::word),
                after.recent().marks(),
                after.run().count(),
                after.run().since(),
                after.unknowns(),
                after.alerting(),
                after.flaps().changes(),
                after.flaps().flapping(),
                after.changed(),
                text(after.attempts().stream().map(Attempt::of).toList()),
                subject.id(),
                read.revision(),
                fence.map(Fence::slot),
                fence.map(Fence::slot),
                fence.map(Fence::owner),
                fence.map(Fence::number),
                text(entries(subject, decision.changes(), lastGood)),
                text(decision.unconfirmed().stream().map(Slip::of).toList()));
        if (saved.isEmpty()) return Optional.empty();
        for (var change : decision.changes()) told(subject, change);
        for (var slip : decision.unconfirmed())
            Log.infof("check stays check=%s name=\"%s\" %s", subject.id(), subject.name(), slip.words());
        return Optional.of(new Stored(after, read.revision() + 1));
    }

    /**
     * After a change of destination: what was not sent yet goes to the new one. What answers a trigger that did get
     * out follows that trigger.
     */
    public void redirectPending(UUID check, Destination to) {
        database.update("""
                update status_change set routing_key = ?, events_url = ?, next_try_at = now()
                where check_id = ? and delivery = 'pending' and id >=
                    (select min(id) from status_change where check_id = ? and delivery = 'pending' and signal = 'trigger')
                """, vault.seal(to.routingKey(), check), to.eventsUrl(), check, check);
    }

    private void told(Subject subject, Change change) {
        Log.infof(
                "check %s check=%s name=\"%s\" was=%s reason=\"%s\"",
                change.to().word(), subject.id(), subject.name(), change.from().word(), change.reason());
        if (change.signal().isPresent()) wake.up();
    }

    private List<Entry> entries(Subject subject, List<Change> changes, Optional<Evidence> lastGood) {
        return IntStream.range(0, changes.size())
                .mapToObj(n -> {
                    var change = changes.get(n);
                    var proof = Proof.of(change, lastGood);
                    var event = change.signal().map(s -> Event.of(subject, change, s, proof, config.publicUrl()));
                    var to = subject.alert();
                    return new Entry(
                            n,
                            change.at(),
                            change.observed(),
                            change.from().word(),
                            change.to().word(),
                            change.reason(),
                            change.signal().map(s -> s.word()),
                            event,
                            proof,
                            change.signal().isEmpty()
                                    ? Optional.empty()
                                    : to.map(t -> vault.seal(t.routingKey(), subject.id())),
                            to.flatMap(Destination::eventsUrl));
                })
                .toList();
    }

    private Map.Entry<UUID, Stored> entry(Row row) {
        var standing = new Standing(
                State.of(row.text("state")),
                row.instant("since"),
                row.text("reason"),
                row.maybeText("cause").map(Cause::of),
                new Recent(row.text("recent")),
                new Run(row.integer("good_count"), row.instant("good_since")),
                row.integer("unknowns"),
                row.flag("alerting"),
                new Flaps(row.integer("flips"), row.flag("flapping")),
                row.instant("changed_at"),
                attempts(row.text("failed")).stream().map(Attempt::observation).toList());
        return Map.entry(row.uuid("check_id"), new Stored(standing, row.number("revision")));
    }

    private List<Attempt> attempts(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored attempts that cannot be read", e);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry that cannot be written", e);
        }
    }

    /** One change on its way into the table. */
    @RegisterForReflection
    record Entry(
            int n,
            Instant at,
            Instant observed,
            String from,
            String to,
            String reason,
            Optional<String> signal,
            Optional<Event> event,
            Proof proof,
            Optional<String> key,
            Optional<String> url) {}

    /** One unconfirmed failure on its way into the table. */
    @RegisterForReflection
    record Slip(Instant from, Instant until, String reason, List<Attempt> attempts) {
        static Slip of(Unconfirmed slip) {
            return new Slip(slip.from(), slip.until(), slip.words(), Attempt.told(slip.attempts()));
        }
    }
}
