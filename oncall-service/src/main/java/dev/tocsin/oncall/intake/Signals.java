package dev.tocsin.oncall.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.catalog.Catalog;
import dev.tocsin.oncall.incident.Actor;
import dev.tocsin.oncall.incident.Incidents;
import dev.tocsin.oncall.incident.NewIncident;
import dev.tocsin.oncall.incident.State;
import io.quarkus.logging.Log;

/** Does what one signal asks for, in the caller's transaction, which holds the lock on the signal's key. */
@ApplicationScoped
class Signals {
    private static final Duration WORTH_SAYING = Duration.ofSeconds(10);

    private final Incidents incidents;
    private final SignalKeys keys;
    private final Clock clock;

    Signals(Incidents incidents, SignalKeys keys, Clock clock) {
        this.incidents = incidents;
        this.keys = keys;
        this.clock = clock;
    }

    Effect take(Catalog.Door door, Signal signal, Optional<String> group) {
        if (!keys.isNewest(door.integrationId(), signal, group)) {
            Log.infof("late signal dropped integration=%s action=%s", door.integrationId(), signal.action());
            return new Effect(signal.dedupKey(), Effect.Outcome.LATE, Optional.empty());
        }
        var open = incidents.open(door.integrationId(), signal.dedupKey());
        if (open.isEmpty()) {
            return signal.action() == Signal.Action.TRIGGER
                    ? effect(signal, Effect.Outcome.OPENED, incidents.raise(incident(door, signal)))
                    : new Effect(signal.dedupKey(), Effect.Outcome.NOTHING_OPEN, Optional.empty());
        }
        return effect(signal, apply(signal, open.get()), open.get());
    }

    /** The tool stopped naming it without a word. */
    void endedUnsaid(Catalog.Door door, String dedupKey) {
        incidents.open(door.integrationId(), dedupKey).ifPresent(id -> {
            var tool = incidents.lock(id).toldBy().orElse("the monitoring tool");
            incidents.resolve(id, new Actor.Source(tool + ", which no longer names it in its group"));
        });
    }

    private Effect.Outcome apply(Signal signal, UUID open) {
        return switch (signal.action()) {
            case TRIGGER -> {
                incidents.toldAgain(open, signal.title(), signal.severity(), signal.details());
                yield Effect.Outcome.COUNTED;
            }
            case ACKNOWLEDGE -> {
                if (incidents.lock(open).state() == State.TRIGGERED) incidents.acknowledge(open, sender(open, signal));
                yield Effect.Outcome.ACKNOWLEDGED;
            }
            case RESOLVE -> {
                incidents.resolve(open, sender(open, signal));
                yield Effect.Outcome.RESOLVED;
            }
            case NOTE -> {
                incidents.note(open, signal.title(), sender(open, signal));
                yield Effect.Outcome.NOTED;
            }
        };
    }

    private Actor.Source sender(UUID incident, Signal signal) {
        return signal.sender(incidents.lock(incident).toldBy());
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
                .map(at -> Duration.between(at, clock.instant()))
                .filter(late -> late.compareTo(WORTH_SAYING) > 0)
                .map(late -> " (observed %d s before)".formatted(late.toSeconds()))
                .orElse("");
    }

    private static Effect effect(Signal signal, Effect.Outcome outcome, UUID incident) {
        return new Effect(signal.dedupKey(), outcome, Optional.of(incident));
    }
}
