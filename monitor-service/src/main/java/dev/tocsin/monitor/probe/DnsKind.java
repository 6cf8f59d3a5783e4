package dev.tocsin.monitor.probe;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.tocsin.monitor.condition.Term;
import dev.tocsin.monitor.condition.Type;
import dev.tocsin.monitor.condition.Value;
import dev.tocsin.monitor.condition.Vocabulary;
import dev.tocsin.monitor.condition.Vocabulary.Example;
import dev.tocsin.monitor.dns.DnsAnswer;
import dev.tocsin.monitor.dns.DnsClient;
import dev.tocsin.monitor.dns.DnsQuestion;
import dev.tocsin.monitor.egress.Dialer;
import dev.tocsin.monitor.egress.Trouble;
import dev.tocsin.monitor.timing.Phase;
import dev.tocsin.monitor.timing.Stopwatch;
import dev.tocsin.monitor.verdict.Evidence;

/** A name in the DNS: it must resolve, to what is expected. */
final class DnsKind implements Kind<DnsTarget> {
    private static final Vocabulary VOCABULARY = new Vocabulary(
            List.of(
                    Term.of("records", Type.LIST, "The values, as in a zone file, names without their last dot."),
                    Term.of("count", Type.NUMBER, "How many values."),
                    Term.of(
                            "code",
                            Type.TEXT,
                            "NOERROR, NXDOMAIN, SERVFAIL and so on; a condition on it replaces our own."),
                    Term.of("ttl", Type.DURATION, "How long the value that ends first may be kept."),
                    Term.of("authoritative", Type.BOOLEAN, "Whether the server speaks for the zone itself."),
                    Term.of("authenticated", Type.BOOLEAN, "Whether the server has checked the signatures (DNSSEC)."),
                    Term.timed("latency", "From the question to the answer.")),
            List.of(
                    new Example("records contains \"192.0.2.1\"", "this address is among them"),
                    new Example("count == 2 and ttl <= 1h", "exactly two, not kept for long"),
                    new Example("code == \"NXDOMAIN\"", "the name must not exist"),
                    new Example("records matches \"^v=spf1 \"", "a TXT record for SPF is there")));

    private final Network network;
    private final NameServers servers;
    private final DnsClient client = new DnsClient();

    DnsKind(Network network, NameServers servers) {
        this.network = network;
        this.servers = servers;
    }

    @Override
    public String word() {
        return DnsTarget.KIND;
    }

    @Override
    public String help() {
        return "A name in the DNS: it must resolve, to what is expected.";
    }

    @Override
    public Class<DnsTarget> type() {
        return DnsTarget.class;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.required("name", "text", "The name; with PTR an address will do."),
                Setting.optional("type", "A|AAAA|CNAME|MX|TXT|NS|SRV|SOA|CAA|PTR", "A when left out."),
                Setting.optional("expect", "list", "Values that must be among the records."),
                Setting.optional("server", "text", "A name server to ask, as in 9.9.9.9 or ns1.example.org:53."));
    }

    @Override
    public Vocabulary vocabulary() {
        return VOCABULARY;
    }

    @Override
    public void examine(DnsTarget target, Faults faults) {
        var known = DnsQuestion.TYPES.contains(target.type());
        faults.demand("type", known, "must be one of A, AAAA, CNAME, MX, TXT, NS, SRV, SOA, CAA, PTR");
        if (known) faults.explained("name", () -> DnsQuestion.of(target.name(), target.type()));
        faults.demand("expect", target.expect().size() <= 20, "must be at most 20");
        target.expect().forEach(value -> faults.line("expect", 1, 500, value));
        target.server().ifPresent(given -> faults.explained("server", () -> NameServers.check(given)));
    }

    @Override
    public ProbeResult probe(Question<DnsTarget> question) {
        var target = question.target();
        var watch = new Stopwatch(System::nanoTime);
        try (var deadline = network.deadlines().start(question.timeout())) {
            var server = servers.of(target.server(), deadline);
            watch.at(Dialer.text(server.address()));
            watch.enter(Phase.FIRST_BYTE);
            try {
                var answer = client.ask(DnsQuestion.of(target.name(), target.type()), server.address(), deadline);
                return judge(question, answer, watch);
            } catch (Trouble e) {
                throw server.ours() ? Trouble.ours(e.getMessage(), e) : e;
            }
        } catch (Trouble e) {
            return ProbeResult.of(e, watch, question.timeout());
        }
    }

    private static ProbeResult judge(Question<DnsTarget> question, DnsAnswer answer, Stopwatch watch) {
        var latency = watch.total();
        var evidence = Evidence.of(latency, watch.phases()).at(watch.where(), Optional.empty());
        Map<String, Value> facts = Map.of(
                "records", Value.of(answer.records()),
                "count", Value.of(answer.records().size()),
                "code", Value.of(answer.code()),
                "ttl", answer.ttl().map(Value::of).orElse(Value.MISSING),
                "authoritative", Value.of(answer.authoritative()),
                "authenticated", Value.of(answer.authenticated()),
                "latency", Value.of(latency));
        var result = fault(question, answer)
                .<ProbeResult>map(reason -> new ProbeResult.Down(reason, evidence))
                .orElseGet(() -> new ProbeResult.Up(evidence))
                .judgedBy(question.conditions().judge((name, _) -> facts.getOrDefault(name, Value.MISSING)));
        return result instanceof ProbeResult.Up
                ? result
                : result.showing(Redaction.sample(String.join("\n", answer.records()), List.of()));
    }

    private static Optional<String> fault(Question<DnsTarget> question, DnsAnswer answer) {
        var target = question.target();
        var conditions = question.conditions();
        var free = conditions.name("code") || conditions.name("count") || conditions.name("records");
        if (!free && answer.code().equals("NXDOMAIN"))
            return Optional.of("the name %s does not exist".formatted(target.name()));
        if (!conditions.name("code")
                && !answer.code().equals("NOERROR")
                && !(free && answer.code().equals("NXDOMAIN")))
            return Optional.of("the name server said %s".formatted(answer.code()));
        if (!free && answer.records().isEmpty())
            return Optional.of("%s has no record of type %s".formatted(target.name(), target.type()));
        var missing = target.expect().stream()
                .filter(wanted -> answer.records().stream().noneMatch(found -> same(found, wanted)))
                .toList();
        if (missing.isEmpty()) return Optional.empty();
        var found =
                answer.records().isEmpty() ? "none" : Value.of(answer.records()).shown();
        return Optional.of("the records are %s; missing is %s".formatted(found, String.join(", ", missing)));
    }

    private static boolean same(String found, String wanted) {
        var bare = wanted.strip().replaceAll("\\.$", "");
        return found.toLowerCase(Locale.ROOT).equals(bare.toLowerCase(Locale.ROOT));
    }
}
