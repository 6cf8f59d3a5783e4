package dev.tocsin.oncall.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.catalog.Catalog;
import dev.tocsin.oncall.incident.Actor;
import dev.tocsin.oncall.incident.Incidents;
import dev.tocsin.oncall.incident.NewIncident;
import dev.tocsin.oncall.incident.State;
import io.quarkus.logging.Log;

/**
 * Does what signals ask for, in the caller's transaction. It locks their keys in one order, and then their incidents, so
 * that two transactions with the same keys never wait for each other in a ring.
 */
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

    /**
     * A signal, at the door it came to; {@code group}: the set of alerts it was told of with; {@code arrived} when it
     * lay in the inbox since.
     */
    record Told(Catalog.Door door, Signal signal, Optional<String> group, Optional<Instant> arrived) {
        SignalKeys.Key key() {
            return new SignalKeys.Key(door.integrationId(), signal.dedupKey());
        }
    }

    /** What each signal did, in their order. Of one key the second is taken when the first is done. */
    List<Effect> take(List<Told> told) {
        var effects = new IdentityHashMap<Told, Effect>();
        Collection<Told> left = told;
        while (!left.isEmpty()) {
            var round = new LinkedHashMap<SignalKeys.Key, Told>();
            var later = new ArrayList<Told>();
            for (var one : left) {
                if (round.putIfAbsent(one.key(), one) != null) later.add(one);
            }
            round(round, effects);
            left = later;
        }
        return told.stream().map(effects::get).toList();
    }

    private void round(Map<SignalKeys.Key, Told> round, Map<Told, Effect> effects) {
        var newest = keys.newest(round.values());
        var open = keys.open(newest);
        incidents.lockAll(open.values());
        var opening = new ArrayList<Told>();
        round.forEach((key, one) -> {
            var signal = one.signal();
            var incident = Optional.ofNullable(open.get(key));
            if (!newest.contains(key)) {
                Log.infof("late signal dropped integration=%s action=%s", key.integration(), signal.action());
                effects.put(one, effect(signal, Effect.Outcome.LATE, Optional.empty()));
            } else if (incident.isPresent()) {
                effects.put(one, effect(signal, apply(signal, incident.get()), incident));
            } else if (signal.action() == Signal.Action.TRIGGER) {
                opening.add(one);
            } else {
                effects.put(one, effect(signal, Effect.Outcome.NOTHING_OPEN, Optional.empty()));
            }
        });
        var raised = incidents.raise(opening.stream().map(this::incident).toList());
        for (int i = 0; i < raised.size(); i++) {
            var signal = opening.get(i).signal();
            effects.put(opening.get(i), effect(signal, Effect.Outcome.OPENED, Optional.of(raised.get(i))));
        }
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

    private NewIncident incident(Told told) {
        var door = told.door();
        var signal = told.signal();
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
                Optional.empty(),
                told.arrived());
    }

    private String seenEarlier(Signal signal) {
        return signal.observed()
                .map(at -> Duration.between(at, clock.instant()))
                .filter(late -> late.compareTo(WORTH_SAYING) > 0)
                .map(late -> " (observed %d s before)".formatted(late.toSeconds()))
                .orElse("");
    }

    private static Effect effect(Signal signal, Effect.Outcome outcome, Optional<UUID> incident) {
        return new Effect(signal.dedupKey(), outcome, incident);
    }
}
