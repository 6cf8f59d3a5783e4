package dev.tocsin.monitor.probe;

import java.time.Duration;

import javax.net.ssl.SSLSocketFactory;

import dev.tocsin.monitor.egress.Avoid;
import dev.tocsin.monitor.egress.Dialer;
import dev.tocsin.monitor.http.HttpExchange;
import dev.tocsin.monitor.timing.Deadlines;

/** Probes anything, once, on a fresh connection, within one total timeout. Blocks; meant for virtual threads. */
public final class Probes {
    private final HttpProber http;
    private final TcpProber tcp;

    public Probes(Dialer dialer, SSLSocketFactory tls, Deadlines deadlines) {
        this.http = new HttpProber(new HttpExchange(dialer, tls), deadlines);
        this.tcp = new TcpProber(dialer, deadlines);
    }

    public ProbeResult probe(Target target, Duration timeout) {
        return probe(target, timeout, Avoid.NOTHING);
    }

    /** The same, preferring addresses that are not to be avoided. */
    public ProbeResult probe(Target target, Duration timeout, Avoid avoid) {
        return switch (target) {
            case HttpTarget web -> http.probe(web, timeout, avoid);
            case TcpTarget port -> tcp.probe(port, timeout, avoid);
        };
    }
}
