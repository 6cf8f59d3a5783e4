package dev.tocsin.monitor.probe;

import java.time.Duration;
import java.util.List;

import javax.net.ssl.SSLSocketFactory;

import dev.tocsin.monitor.egress.Dialer;
import dev.tocsin.monitor.timing.Deadlines;

/** Probes anything, once, on a fresh connection, within one total timeout. Blocks; meant for virtual threads. */
public final class Probes {
    private final Kinds kinds;

    public Probes(Kinds kinds) {
        this.kinds = kinds;
    }

    /** The kinds that need nothing but a network. */
    public Probes(Dialer dialer, SSLSocketFactory tls, Deadlines deadlines) {
        this(new Kinds(network(dialer, tls, deadlines)));
    }

    static List<Kind<?>> network(Dialer dialer, SSLSocketFactory tls, Deadlines deadlines) {
        return List.of(new HttpKind(dialer, tls, deadlines), new TcpKind(dialer, deadlines));
    }

    public <T extends Target> ProbeResult probe(Question<T> question) {
        return kinds.of(question.target()).probe(question);
    }

    public ProbeResult probe(Target target, Duration timeout) {
        return probe(Question.of(target, timeout));
    }
}
