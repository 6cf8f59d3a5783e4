package dev.tocsin.monitor.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.tocsin.monitor.condition.Value;
import dev.tocsin.monitor.condition.Vocabulary;
import dev.tocsin.monitor.condition.Vocabulary.Example;
import dev.tocsin.monitor.egress.Dialer;
import dev.tocsin.monitor.http.HttpUrl;
import dev.tocsin.monitor.timing.Phase;
import dev.tocsin.monitor.timing.Stopwatch;
import dev.tocsin.monitor.tls.Shown;
import dev.tocsin.monitor.tls.TlsOptions;
import dev.tocsin.monitor.verdict.Evidence;

/**
 * A certificate: down when it cannot be trusted, degraded when it, or one that vouches for it, ends within two weeks.
 * The handshake is always gone through with, so that everything can be said of the chain.
 */
final class TlsKind implements Kind<TlsTarget> {
    /** Where no condition says otherwise. */
    static final Duration SOON = Duration.ofDays(14);

    private static final String EXPIRES = "certificate.expiresIn";
    private static final Vocabulary VOCABULARY = new Vocabulary(
            Timings.with(Timings.CONNECTION, Certificates.TERMS),
            List.of(
                    new Example("certificate.expiresIn > 30d", "no certificate of the chain ends within a month"),
                    new Example("certificate.issuer contains \"Let's Encrypt\"", "the right authority vouches"),
                    new Example("certificate.names contains \"shop.example\"", "it is for this name, too"),
                    new Example("tls.version == \"TLSv1.3\"", "nothing older is agreed on")));

    private final Network network;

    TlsKind(Network network) {
        this.network = network;
    }

    @Override
    public String word() {
        return TlsTarget.KIND;
    }

    @Override
    public String help() {
        return "A TLS certificate: trusted, for the right name, and not about to end.";
    }

    @Override
    public Class<TlsTarget> type() {
        return TlsTarget.class;
    }

    @Override
    public List<Setting> settings() {
        var own = List.of(
                Setting.required("host", "text", "A name or an address."),
                Setting.optional("port", "number", "443 when left out."));
        return Stream.concat(own.stream(), TlsSettings.settings().stream()).toList();
    }

    @Override
    public Vocabulary vocabulary() {
        return VOCABULARY;
    }

    @Override
    public void examine(TlsTarget target, Faults faults) {
        faults.explained("host", () -> HttpUrl.hostOf(target.host()));
        faults.port("port", target.port());
        target.tls().examine(faults.in("tls"));
    }

    @Override
    public TlsTarget withSecrets(TlsTarget target, Change change) {
        return new TlsTarget(target.host(), target.port(), target.tls().withSecrets(change));
    }

    @Override
    public String audience(TlsTarget target) {
        return target.host() + ":" + target.port();
    }

    @Override
    public ProbeResult probe(Question<TlsTarget> question) {
        var target = question.target();
        var watch = new Stopwatch(System::nanoTime);
        try (var deadline = network.deadlines().start(question.timeout());
                var plain = network.dialer().dial(target.host(), target.port(), deadline, watch, question.avoid())) {
            watch.enter(Phase.TLS);
            var options = target.tls().options();
            var lenient = new TlsOptions(
                    true, options.serverName(), options.authority(), options.identity(), options.protocols());
            var shown = network.tls().over(plain, target.host(), lenient).shown();
            return judge(question, shown, (InetSocketAddress) plain.getRemoteSocketAddress(), watch);
        } catch (IOException e) {
            return ProbeResult.of(
                    Failing.explained(e, "handshake", question.timeout(), watch), watch, question.timeout());
        } catch (IllegalArgumentException e) {
            return ProbeResult.broken("the settings of " + target.host() + " cannot be used: " + e.getMessage());
        }
    }

    private ProbeResult judge(Question<TlsTarget> question, Shown shown, InetSocketAddress address, Stopwatch watch) {
        var timings = new Timings(watch.total(), watch.phases());
        var certificates = new Certificates(List.of(shown), network.clock().instant());
        var evidence = Evidence.of(timings.total(), timings.phases())
                .at(Optional.of(Dialer.text(address)), Certificates.own(Optional.of(shown)));
        var verdicts = question.conditions()
                .judge((name, _) -> name.startsWith("latency") ? timings.value(name) : certificates.value(name));
        return plainly(question, shown, certificates.value(EXPIRES), evidence).judgedBy(verdicts);
    }

    private static ProbeResult plainly(Question<TlsTarget> question, Shown shown, Value expiresIn, Evidence evidence) {
        if (shown.distrust().isPresent() && !question.target().tls().insecure())
            return new ProbeResult.Down("TLS: " + shown.distrust().get(), evidence);
        var soon = expiresIn instanceof Value.Measure left && left.number() < SOON.toSeconds();
        if (soon && !question.conditions().name(EXPIRES))
            return new ProbeResult.Slow("a certificate of the chain ends in " + expiresIn.shown(), evidence);
        return new ProbeResult.Up(evidence);
    }
}
