package dev.tocsin.monitor.probe;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.tocsin.monitor.condition.Term;
import dev.tocsin.monitor.condition.Type;
import dev.tocsin.monitor.condition.Value;
import dev.tocsin.monitor.condition.Vocabulary;
import dev.tocsin.monitor.condition.Vocabulary.Example;
import dev.tocsin.monitor.egress.Trouble;
import dev.tocsin.monitor.http.HttpUrl;
import dev.tocsin.monitor.timing.Phase;
import dev.tocsin.monitor.timing.Phases;
import dev.tocsin.monitor.timing.Stopwatch;
import dev.tocsin.monitor.verdict.Evidence;

/** A host by ping. Where this machine cannot ping, the result is unknown and says what to do. */
final class IcmpKind implements Kind<IcmpTarget> {
    private static final Vocabulary VOCABULARY = new Vocabulary(
            List.of(
                    Term.timed("roundTrip", "The mean of the echoes that came back."),
                    Term.of("loss", Type.PERCENT, "The share of echoes that did not come back."),
                    Term.of("hops", Type.NUMBER, "The time to live that was left when the last came back."),
                    Term.timed("latency", "Resolving the name, and the round trip."),
                    Term.timed("latency.dns", "Resolving the name.")),
            List.of(
                    new Example("roundTrip < 20ms", "it is near"),
                    new Example("degraded: loss == 0%", "nothing is lost; less is poor, not down")));

    private final Network network;
    private final Ping ping;

    IcmpKind(Network network, Ping ping) {
        this.network = network;
        this.ping = ping;
    }

    @Override
    public String word() {
        return IcmpTarget.KIND;
    }

    @Override
    public String help() {
        return "A host: it must answer a ping, where this machine may send one.";
    }

    @Override
    public Class<IcmpTarget> type() {
        return IcmpTarget.class;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.required("host", "text", "A name or an address."),
                Setting.optional("count", "number", "How many echoes to send, from 1 to 5; one answer is enough."));
    }

    @Override
    public Vocabulary vocabulary() {
        return VOCABULARY;
    }

    @Override
    public void examine(IcmpTarget target, Faults faults) {
        faults.explained("host", () -> HttpUrl.hostOf(target.host()));
        faults.demand("count", 1 <= target.count() && target.count() <= 5, "must be from 1 to 5");
    }

    @Override
    public ProbeResult probe(Question<IcmpTarget> question) {
        var watch = new Stopwatch(System::nanoTime);
        try (var deadline = network.deadlines().start(question.timeout())) {
            var address =
                    network.dialer().vetted(question.target().host(), deadline).getFirst();
            watch.at(address.getHostAddress());
            watch.enter(Phase.FIRST_BYTE);
            return judge(question, ping.of(address, question.target().count(), deadline), watch);
        } catch (Trouble e) {
            return ProbeResult.of(e, watch, question.timeout());
        }
    }

    /** The latency is the echo's, not the program's. */
    private static ProbeResult judge(Question<IcmpTarget> question, Ping.Echoes echoes, Stopwatch watch) {
        var dns = watch.phases().dns();
        if (echoes.received() == 0) {
            var evidence = Evidence.of(watch.total(), watch.phases())
                    .at(watch.where(), Optional.empty())
                    .judgedByTime(true);
            return new ProbeResult.Down(
                    "no answer to %s within %s"
                            .formatted(
                                    echoes.sent() == 1 ? "a ping" : echoes.sent() + " pings",
                                    Failing.seconds(question.timeout())),
                    evidence);
        }
        var trip = echoes.roundTrip().orElseThrow();
        var total = dns.plus(trip);
        var phases = new Phases(dns, Duration.ZERO, Duration.ZERO, trip, Duration.ZERO);
        var lost = 100.0 * (echoes.sent() - echoes.received()) / echoes.sent();
        var facts = Map.of(
                "roundTrip", Value.of(trip),
                "loss", Value.percent(lost),
                "hops", echoes.hops().map(Value::of).orElse(Value.MISSING),
                "latency", Value.of(total),
                "latency.dns", Value.of(dns));
        var evidence = Evidence.of(total, phases).at(watch.where(), Optional.empty());
        return new ProbeResult.Up(evidence)
                .judgedBy(question.conditions().judge((name, _) -> facts.getOrDefault(name, Value.MISSING)));
    }
}
