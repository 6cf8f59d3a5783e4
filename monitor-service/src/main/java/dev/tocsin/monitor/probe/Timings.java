package dev.tocsin.monitor.probe;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.tocsin.monitor.condition.Term;
import dev.tocsin.monitor.condition.Value;
import dev.tocsin.monitor.timing.Phase;
import dev.tocsin.monitor.timing.Phases;

/** How long a probe took, in the words of conditions. */
record Timings(Duration total, Phases phases) {
    static final Set<Phase> HTTP = Set.of(Phase.values());
    static final Set<Phase> CONNECTION = Set.of(Phase.DNS, Phase.CONNECT, Phase.TLS);

    /** Others first, then the words for the whole and for these phases, then the last. */
    static List<Term> with(Set<Phase> phases, List<Term> last, Term... others) {
        var parts = Stream.of(Phase.values()).filter(phases::contains).map(Timings::term);
        return Stream.of(
                        Stream.of(others),
                        Stream.of(Term.timed(
                                "latency",
                                "How long all of it took, up to the last byte, names and redirects included.")),
                        parts,
                        last.stream())
                .flatMap(terms -> terms)
                .toList();
    }

    private static Term term(Phase phase) {
        return switch (phase) {
            case DNS -> Term.timed("latency.dns", "Resolving the name.");
            case CONNECT -> Term.timed("latency.connect", "Connecting.");
            case TLS -> Term.timed("latency.tls", "Agreeing on TLS.");
            case FIRST_BYTE -> Term.timed("latency.firstByte", "From the request to the first byte of the answer.");
            case TRANSFER -> Term.timed("latency.transfer", "From the first byte to the last.");
        };
    }

    Value value(String name) {
        return switch (name) {
            case "latency" -> Value.of(total);
            case "latency.dns" -> Value.of(phases.dns());
            case "latency.connect" -> Value.of(phases.connect());
            case "latency.tls" -> Value.of(phases.tls());
            case "latency.firstByte" -> Value.of(phases.firstByte());
            case "latency.transfer" -> Value.of(phases.transfer());
            default -> Value.MISSING;
        };
    }
}
