package dev.tocsin.postmortem.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long people suffered, and how long nobody knew. Rests on the impact's start, which only a person can give: it is
 * never taken from the detection, else every report would claim that nothing went unseen.
 *
 * @param total impact's start to its end
 * @param undetected impact's start to the first alert; not applicable when the alert came first
 */
public record Impact(Fact<Duration> total, Fact<Duration> undetected) {
    private static final String TOTAL = "impact's start (typed) to its end";
    private static final String UNDETECTED = "impact's start (typed) to the first alert";

    /** From what people typed ({@code start}, {@code end}, either may be missing) and what was measured. */
    public static Impact of(Optional<Instant> start, Optional<Instant> end, Facts facts) {
        var over = end.or(() -> Optional.ofNullable(facts.resolvedAt().value()));
        var alerted = facts.triggeredAt().value();
        Fact<Duration> undetected = start.filter(alerted::isBefore).isPresent()
                ? Fact.notApplicable(UNDETECTED)
                : span(start, Optional.of(alerted), UNDETECTED);
        return new Impact(span(start, over, TOTAL), undetected);
    }

    private static Fact<Duration> span(Optional<Instant> from, Optional<Instant> to, String source) {
        if (from.isEmpty() || to.isEmpty()) return Fact.pending(source);
        return to.get().isBefore(from.get())
                ? Fact.invalid(source, "it ends before it starts")
                : Fact.recorded(Duration.between(from.get(), to.get()), source);
    }
}
