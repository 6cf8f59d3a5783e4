package dev.tocsin.oncall.watch;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** What the audit query found: how many steps are overdue, and how long each kind of work has waited. */
record Reading(long overdueSteps, Duration oldestStep, Duration oldestPage, Duration oldestNotice) {
    static final Reading NOTHING_DUE = new Reading(0, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /** How far the engine is behind; webhooks are not its work. */
    Duration lag() {
        return oldestStep.compareTo(oldestPage) > 0 ? oldestStep : oldestPage;
    }

    boolean isLate(Duration limit) {
        return lag().compareTo(limit) > 0;
    }

    /** What is overdue, in words for a text. */
    Optional<String> trouble(Duration limit) {
        if (!isLate(limit)) return Optional.empty();
        var parts = Stream.of(
                oldestStep.compareTo(limit) > 0
                        ? "%d escalation steps overdue, the oldest by %d min"
                                .formatted(overdueSteps, oldestStep.toMinutes())
                        : "",
                oldestPage.compareTo(limit) > 0 ? "a page has waited %d min".formatted(oldestPage.toMinutes()) : "");
        return Optional.of(
                String.join("; ", parts.filter(part -> !part.isEmpty()).toList()));
    }
}
