package dev.tocsin.oncall.response;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.tocsin.oncall.Rounds;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;

/** Keeps the packs near the truth, so that figures have little left to read beside them. */
@ApplicationScoped
class Packer {
    /** In one go, so that a long backlog does not hold up other scheduled work. */
    private static final int ROUNDS = 40;

    private final Packs packs;

    Packer(Packs packs) {
        this.packs = packs;
    }

    void start(@Observes StartupEvent event, Rounds rounds) {
        rounds.every(Duration.ofSeconds(15), this::sweep);
    }

    void sweep() {
        try {
            for (int round = 0; round < ROUNDS && packs.pack(); round++) {
                // until what is left comes faster than it is packed
            }
        } catch (RuntimeException e) {
            Log.warn("the figures' days cannot be packed now; figures are right and slower meanwhile", e);
        }
    }
}
