package dev.tocsin.monitor.condition;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A part of a condition. */
sealed interface Node {
    Finding judge(Facts facts);

    /** As it was typed. */
    String source();

    Stream<Term> terms();

    /**
     * @param seen what was found
     * @param said the same with what was wanted, where that is something else
     */
    record Finding(boolean holds, String seen, String said) {}

    /** A value and what must be true of it. */
    record Test(Reading reading, Demand demand, String source) implements Node {
        @Override
        public Finding judge(Facts facts) {
            var value = reading.in(facts);
            var holds = demand.met(value, facts);
            var seen = reading.said(value);
            return new Finding(holds, seen, holds ? seen : seen + ", wanted " + demand.source());
        }

        @Override
        public Stream<Term> terms() {
            return Stream.concat(Stream.of(reading.term()), demand.terms());
        }
    }

    /** All of them. Says of a failure only what failed. */
    record And(List<Node> parts, String source) implements Node {
        @Override
        public Finding judge(Facts facts) {
            var findings = parts.stream().map(part -> part.judge(facts)).toList();
            var holds = findings.stream().allMatch(Finding::holds);
            var telling = findings.stream().filter(f -> f.holds == holds).toList();
            return joined(holds, telling);
        }

        @Override
        public Stream<Term> terms() {
            return parts.stream().flatMap(Node::terms);
        }
    }

    /** One of them. Says of a success only what succeeded. */
    record Or(List<Node> parts, String source) implements Node {
        @Override
        public Finding judge(Facts facts) {
            var findings = parts.stream().map(part -> part.judge(facts)).toList();
            var holds = findings.stream().anyMatch(Finding::holds);
            var telling = findings.stream().filter(f -> f.holds == holds).toList();
            return joined(holds, telling);
        }

        @Override
        public Stream<Term> terms() {
            return parts.stream().flatMap(Node::terms);
        }
    }

    /** The opposite. */
    record Not(Node part, String source) implements Node {
        @Override
        public Finding judge(Facts facts) {
            var finding = part.judge(facts);
            var said = finding.seen + ", wanted " + source;
            return new Finding(!finding.holds, finding.seen, finding.holds ? said : finding.seen);
        }

        @Override
        public Stream<Term> terms() {
            return part.terms();
        }
    }

    private static Finding joined(boolean holds, List<Finding> telling) {
        return new Finding(
                holds,
                telling.stream().map(Finding::seen).distinct().collect(Collectors.joining("; ")),
                telling.stream().map(Finding::said).distinct().collect(Collectors.joining("; ")));
    }
}
