package dev.tocsin.monitor.probe;

import java.util.List;
import java.util.stream.Stream;

import dev.tocsin.monitor.condition.Term;
import dev.tocsin.monitor.condition.Type;
import dev.tocsin.monitor.condition.Vocabulary;
import dev.tocsin.monitor.condition.Vocabulary.Example;
import dev.tocsin.monitor.http.HttpUrl;

/** A port, and what is said there. */
final class TcpKind implements Kind<TcpTarget> {
    private static final int LONGEST = 4000;
    private static final Vocabulary VOCABULARY = new Vocabulary(
            Timings.with(
                    Timings.HTTP,
                    Certificates.TERMS,
                    Term.of(
                            "received",
                            Type.TEXT,
                            "What came back: up to the expected text, or else the first that came."),
                    Term.of("size", Type.BYTES, "How much came back.")),
            List.of(
                    new Example("latency.connect < 50ms", "somebody accepts at once"),
                    new Example("received matches \"^220 .*ESMTP\"", "a mail server greets"),
                    new Example("certificate.expiresIn > 14d", "with TLS: no certificate ends within two weeks")));

    private final TcpProber prober;

    TcpKind(Network network) {
        this.prober = new TcpProber(network);
    }

    @Override
    public String word() {
        return TcpTarget.KIND;
    }

    @Override
    public String help() {
        return "A port: somebody must accept a connection and, where asked, say the right thing.";
    }

    @Override
    public Class<TcpTarget> type() {
        return TcpTarget.class;
    }

    @Override
    public List<Setting> settings() {
        var own = List.of(
                Setting.required("host", "text", "A name or an address."),
                Setting.required("port", "number", "From 1 to 65535."),
                Setting.optional("secure", "boolean", "TLS comes first."),
                Setting.optional(
                        "send", "text", "What to say, as in PING\\r\\n; \\r \\n \\t \\0 \\\\ \\xHH are understood."),
                Setting.optional("expect", "text", "A text that must come back, within 64 KiB."));
        return Stream.concat(own.stream(), TlsSettings.settings().stream()).toList();
    }

    @Override
    public Vocabulary vocabulary() {
        return VOCABULARY;
    }

    @Override
    public void examine(TcpTarget target, Faults faults) {
        faults.explained("host", () -> HttpUrl.hostOf(target.host()));
        faults.port("port", target.port());
        target.send().ifPresent(text -> escaped(faults, "send", text));
        target.expect().ifPresent(text -> escaped(faults, "expect", text));
        target.tls().examine(faults.in("tls"));
    }

    private static void escaped(Faults faults, String field, String text) {
        faults.demand(field, !text.isEmpty() && text.length() <= LONGEST, "must have 1 to 4000 characters");
        faults.explained(field, () -> Escapes.bytes(text));
    }

    @Override
    public ProbeResult probe(Question<TcpTarget> question) {
        return prober.probe(question);
    }

    @Override
    public TcpTarget withSecrets(TcpTarget target, Change change) {
        return new TcpTarget(
                target.host(),
                target.port(),
                target.secure(),
                target.send(),
                target.expect(),
                target.tls().withSecrets(change));
    }

    @Override
    public String audience(TcpTarget target) {
        return target.host() + ":" + target.port();
    }
}
