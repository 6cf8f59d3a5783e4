package dev.tocsin.monitor.probe;

import java.util.List;

import dev.tocsin.monitor.condition.Vocabulary;
import dev.tocsin.monitor.condition.Vocabulary.Example;
import dev.tocsin.monitor.http.HttpUrl;

/** A port. */
final class TcpKind implements Kind<TcpTarget> {
    private static final Vocabulary VOCABULARY = new Vocabulary(
            Timings.with(Timings.CONNECTION, List.of()),
            List.of(new Example("latency.connect < 50ms", "somebody accepts at once")));

    private final TcpProber prober;

    TcpKind(Network network) {
        this.prober = new TcpProber(network.dialer(), network.deadlines());
    }

    @Override
    public String word() {
        return TcpTarget.KIND;
    }

    @Override
    public String help() {
        return "A port: somebody must accept a connection.";
    }

    @Override
    public Class<TcpTarget> type() {
        return TcpTarget.class;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.required("host", "text", "A name or an address."),
                Setting.required("port", "number", "From 1 to 65535."));
    }

    @Override
    public Vocabulary vocabulary() {
        return VOCABULARY;
    }

    @Override
    public void examine(TcpTarget target, Faults faults) {
        faults.explained("host", () -> HttpUrl.hostOf(target.host()));
        faults.port("port", target.port());
    }

    @Override
    public ProbeResult probe(Question<TcpTarget> question) {
        return prober.probe(question);
    }
}
