package dev.tocsin.oncall.schedule;

import java.util.List;
import java.util.UUID;

/** Who covers an instant, each person once: nobody, one, or several. Equal covers side by side are one shift. */
record Cover(List<Duty> duties) {
    static final Cover NOBODY = new Cover(List.of());

    Cover {
        duties = List.copyOf(duties);
    }

    static Cover of(Duty... duties) {
        return new Cover(List.of(duties));
    }

    boolean nobody() {
        return duties.isEmpty();
    }

    List<UUID> people() {
        return duties.stream().map(Duty::person).toList();
    }

    boolean has(UUID person) {
        return duties.stream().anyMatch(duty -> duty.person().equals(person));
    }
}
