package dev.tocsin.oncall.incident;

import java.util.UUID;

/** To whom an incident is handed: they are paged instead of whoever was before. */
public sealed interface Assignment {

    record ToPerson(UUID personId) implements Assignment {}

    /** Whoever is on call now, and whoever takes over from them while nobody answers. */
    record ToSchedule(UUID scheduleId) implements Assignment {}

    /** The policy begins at its first step. */
    record ToPolicy(UUID policyId) implements Assignment {}
}
