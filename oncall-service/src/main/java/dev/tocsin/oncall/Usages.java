package dev.tocsin.oncall;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;

/** Asks every room whether something is still needed. */
@ApplicationScoped
public class Usages {
    private final List<Usage> rooms;

    Usages(@All List<Usage> rooms) {
        this.rooms = rooms;
    }

    /** Refuses to delete what is needed, and says by what. */
    public void refuseIfNeeded(Ref thing) {
        for (var room : rooms) {
            room.of(thing.id()).ifPresent(user -> {
                throw Problem.conflict("%s is still needed by %s".formatted(thing.name(), user));
            });
        }
    }
}
