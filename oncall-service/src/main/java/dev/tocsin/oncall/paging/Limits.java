package dev.tocsin.oncall.paging;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.tocsin.oncall.people.Directory.Kind;

/**
 * How often a person may be disturbed. The first page of an incident to a person waits only when their phone has rung
 * four times within the last minute anyway; what comes after the first keeps to the tiers. Pure.
 */
final class Limits {
    private Limits() {}

    /** At most so many messages in so long a time. */
    record Tier(int messages, Duration in) {}

    /** Whoever was rung four times within a minute is awake: the rest comes in one text. */
    static final Tier STORM = new Tier(4, Duration.ofMinutes(1));

    private static final Tier A_MINUTE = new Tier(1, Duration.ofMinutes(1));
    static final List<Tier> TEXTS = List.of(
            A_MINUTE,
            new Tier(5, Duration.ofMinutes(15)),
            new Tier(11, Duration.ofHours(1)),
            new Tier(21, Duration.ofHours(3)));
    static final List<Tier> CALLS = List.of(
            A_MINUTE,
            new Tier(3, Duration.ofMinutes(15)),
            new Tier(7, Duration.ofHours(1)),
            new Tier(15, Duration.ofHours(3)));

    /** How far back {@link #heldUntil} must be told. */
    static final Duration LOOK_BACK = Duration.ofHours(3);

    /**
     * Until when a message must wait; empty when it may go.
     *
     * @param first no page of this incident went to this person yet
     * @param sent when messages went to this method within {@link #LOOK_BACK}, in any order
     */
    static Optional<Instant> heldUntil(Kind kind, boolean first, List<Instant> sent, Instant now) {
        var newestFirst = sent.stream().sorted(Comparator.reverseOrder()).toList();
        return tiers(kind, first).stream()
                .flatMap(tier -> free(tier, newestFirst, now).stream())
                .max(Comparator.naturalOrder());
    }

    private static List<Tier> tiers(Kind kind, boolean first) {
        return switch (kind) {
            case SMS -> first ? List.of(STORM) : TEXTS;
            case VOICE -> first ? List.of(STORM) : CALLS;
            case EMAIL -> List.of(STORM);
            case WEBHOOK -> List.of();
        };
    }

    private static Optional<Instant> free(Tier tier, List<Instant> newestFirst, Instant now) {
        if (newestFirst.size() < tier.messages()) return Optional.empty();
        var free = newestFirst.get(tier.messages() - 1).plus(tier.in());
        return free.isAfter(now) ? Optional.of(free) : Optional.empty();
    }
}
