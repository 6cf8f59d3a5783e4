package dev.tocsin.monitor.probe;

import java.time.Duration;

/** Probes anything, once, on a fresh connection, within one total timeout. Blocks; meant for virtual threads. */
public final class Probes {
    private final Kinds kinds;

    public Probes(Kinds kinds) {
        this.kinds = kinds;
    }

    /** Only what needs nothing but a network. */
    public static Probes over(Network network) {
        return new Probes(new Kinds(network.kinds("ping")));
    }

    public <T extends Target> ProbeResult probe(Question<T> question) {
        return kinds.of(question.target()).probe(question);
    }

    public ProbeResult probe(Target target, Duration timeout) {
        return probe(Question.of(target, timeout));
    }
}
