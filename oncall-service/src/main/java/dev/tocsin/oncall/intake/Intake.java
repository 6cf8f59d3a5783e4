package dev.tocsin.oncall.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.oncall.Sql;
import dev.tocsin.oncall.catalog.Catalog;
import dev.tocsin.oncall.incident.Incidents;
import dev.tocsin.oncall.incident.NewIncident;
import io.quarkus.logging.Log;

/**
 * Takes signals in: one transaction from the key to the first page. The row of the signal's key is locked first, so
 * signals with one key are taken one after the other, and one that was observed before the newest changes nothing.
 */
@ApplicationScoped
class Intake {
    /** What became of a signal. */
    sealed interface Taken {
        record Durable() implements Taken {}

        record UnknownKey() implements Taken {}

        record TooMany(Duration pause) implements Taken {}
    }

    private static final Duration WORTH_SAYING = Duration.ofSeconds(10);

    private final Catalog catalog;
    private final Incidents incidents;
    private final KeyLimit limit;
    private final EntityManager database;
    private final Clock clock;

    Intake(Catalog catalog, Incidents incidents, KeyLimit limit, EntityManager database, Clock clock) {
        this.catalog = catalog;
        this.incidents = incidents;
        this.limit = limit;
        this.database = database;
        this.clock = clock;
    }

    @Transactional
    Taken take(String routingKey, Signal signal) {
        var door = catalog.open(routingKey);
        if (door.isEmpty()) return new Taken.UnknownKey();
        var integration = door.get().integrationId();
        var wait = limit.exceeded(integration);
        if (wait.isPresent()) return new Taken.TooMany(wait.get());
        if (isNewest(integration, signal)) {
            apply(door.get(), signal);
        } else {
            Log.infof("late signal dropped integration=%s action=%s", integration, signal.action());
        }
        return new Taken.Durable();
    }

    /** Stores that something was changed; nobody is paged for it. */
    @Transactional
    Taken take(String routingKey, String summary, Optional<String> source, Optional<Instant> observed, JsonNode body) {
        var door = catalog.open(routingKey);
        if (door.isEmpty()) return new Taken.UnknownKey();
        var wait = limit.exceeded(door.get().integrationId());
        if (wait.isPresent()) return new Taken.TooMany(wait.get());
        var now = now();
        var details = body.path("payload").path("custom_details");
        database.persist(ChangeEvent.of(
                door.get().service().id(),
                summary,
                source,
                observed.orElse(now),
                now,
                details.isMissingNode() || details.isNull() ? Optional.empty() : Optional.of(details.toString()),
                EventsV2.links(body.path("links"))));
        return new Taken.Durable();
    }

    private void apply(Catalog.Door door, Signal signal) {
        var open = incidents.open(door.integrationId(), signal.dedupKey());
        switch (signal.action()) {
            case TRIGGER ->
                open.ifPresentOrElse(
                        id -> incidents.toldAgain(id, signal.title(), signal.severity(), signal.details()),
                        () -> incidents.raise(incident(door, signal)));
            case ACKNOWLEDGE -> open.ifPresent(id -> incidents.acknowledge(id, signal.sender()));
            case RESOLVE -> open.ifPresent(id -> incidents.resolve(id, signal.sender()));
        }
    }

    /**
     * Locks the key and keeps the newest observation. A signal without a time of its own counts as it comes: comparing
     * the tool's clock with ours would lose pages when they differ. A time in the future counts as now, so that one
     * wrong clock cannot close a key for years.
     */
    private boolean isNewest(UUID integration, Signal signal) {
        var now = now();
        var observed = signal.observed().map(at -> at.isAfter(now) ? now : at).orElse(null);
        return !Sql.list(
                        database,
                        Integer.class,
                        "insert into signal_key as known (integration_id, dedup_key, newest_observed, last_seen_at)"
                                + " values (?1, ?2, cast(?3 as timestamptz), ?4)"
                                + " on conflict (integration_id, dedup_key) do update"
                                + " set newest_observed = greatest(known.newest_observed, excluded.newest_observed),"
                                + " last_seen_at = excluded.last_seen_at"
                                + " where excluded.newest_observed is null or known.newest_observed is null"
                                + " or known.newest_observed <= excluded.newest_observed returning 1",
                        integration,
                        signal.dedupKey(),
                        observed,
                        now)
                .isEmpty();
    }

    private NewIncident incident(Catalog.Door door, Signal signal) {
        return new NewIncident(
                door.service(),
                Optional.of(door.integrationId()),
                Optional.of(signal.dedupKey()),
                signal.title(),
                signal.severity(),
                signal.source(),
                signal.checkId(),
                signal.client(),
                signal.clientUrl(),
                signal.links(),
                signal.details(),
                "Triggered: " + signal.title() + seenEarlier(signal),
                Optional.empty());
    }

    private String seenEarlier(Signal signal) {
        return signal.observed()
                .map(at -> Duration.between(at, now()))
                .filter(late -> late.compareTo(WORTH_SAYING) > 0)
                .map(late -> " (observed %d s before)".formatted(late.toSeconds()))
                .orElse("");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
