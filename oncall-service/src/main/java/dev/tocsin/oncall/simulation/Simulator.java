package dev.tocsin.oncall.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.ImaginedTime;
import dev.tocsin.oncall.Ref;
import dev.tocsin.oncall.catalog.Catalog.ServiceFacts;
import dev.tocsin.oncall.incident.Rehearsal;
import dev.tocsin.oncall.incident.Severity;
import dev.tocsin.oncall.paging.StageCarrier;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Breaks a service for show. A real incident is raised in a transaction that is always rolled back, with a clock that
 * jumps to whatever is due next, and the engine and the paging do what they would do. Nothing of it is ever seen
 * outside: no row stays, no message leaves.
 */
@ApplicationScoped
class Simulator {
    /** A policy that repeats for ever must not hold a connection for ever. */
    private static final int MOST_MOMENTS = 200;

    /** More than a policy has steps that may all be skipped at one moment. */
    private static final int MOST_ROUNDS = 100;

    private static final int SECONDS = 20;

    private final Rehearsal rehearsal;
    private final StageCarrier carrier;

    Simulator(Rehearsal rehearsal, StageCarrier carrier) {
        this.rehearsal = rehearsal;
        this.carrier = carrier;
    }

    /** Plays from {@code at} for {@code length} at most. Blocks; milliseconds for a usual policy. */
    Simulation play(ServiceFacts service, Severity severity, Instant at, Duration length) {
        return ImaginedTime.from(at, clock -> {
            QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(SECONDS));
            try {
                return played(service, severity, clock, at.plus(length));
            } finally {
                QuarkusTransaction.rollback();
            }
        });
    }

    private Simulation played(ServiceFacts service, Severity severity, AtomicReference<Instant> clock, Instant until) {
        var start = clock.get();
        var occasions = rehearsal.occasions(service, until);
        var id = rehearsal.raise(service, "What if " + service.name() + " breaks", severity);
        Optional<Instant> next = Optional.of(start);
        for (int moments = 0;
                moments < MOST_MOMENTS && next.isPresent() && !next.get().isAfter(until);
                moments++) {
            clock.set(next.get());
            settle(id);
            next = next(id, occasions.tailSet(clock.get().plusNanos(1)));
        }
        var told = rehearsal.detail(id);
        return new Simulation(
                new Ref(service.id(), service.name()),
                service.zone().getId(),
                start,
                until,
                severity.wire(),
                told.row().urgency(),
                next(id, Collections.emptySortedSet()).isPresent()
                        ? Simulation.End.GOES_ON
                        : Simulation.End.NOTHING_MORE,
                Playbill.of(told));
    }

    /** All that is due at this moment, and what comes due by it. */
    private void settle(UUID id) {
        boolean moved = true;
        for (int rounds = 0; moved && rounds < MOST_ROUNDS; rounds++) moved = rehearsal.moveOn(id) | carrier.take(id);
    }

    private Optional<Instant> next(UUID id, SortedSet<Instant> occasions) {
        return Stream.of(
                        rehearsal.next(id), carrier.next(id), occasions.stream().findFirst())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }
}
