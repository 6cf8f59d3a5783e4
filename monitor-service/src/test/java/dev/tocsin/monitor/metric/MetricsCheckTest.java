package dev.tocsin.monitor.metric;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import dev.tocsin.monitor.Await;
import dev.tocsin.monitor.ScriptedServer;
import dev.tocsin.monitor.condition.Conditions;
import dev.tocsin.monitor.egress.AddressPolicy;
import dev.tocsin.monitor.egress.Avoid;
import dev.tocsin.monitor.egress.Cidr;
import dev.tocsin.monitor.egress.SystemResolver;
import dev.tocsin.monitor.probe.Faults;
import dev.tocsin.monitor.probe.ProbeResult;
import dev.tocsin.monitor.probe.Question;
import dev.tocsin.monitor.timing.Deadlines;
import dev.tocsin.monitor.tls.Tls;
import dev.tocsin.monitor.verdict.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** Metrics over real HTTP: a page of an exporter, and the query API of a Prometheus server. */
class MetricsCheckTest {
    private static final String PAGE = """
            # TYPE node_filesystem_avail_bytes gauge
            node_filesystem_avail_bytes{device="/dev/sda1",fstype="ext4",mountpoint="/"} 6.2e+10
            node_filesystem_avail_bytes{device="/dev/sda2",fstype="ext4",mountpoint="/var"} 1e+10
            node_filesystem_size_bytes{device="/dev/sda1",fstype="ext4",mountpoint="/"} 1e+11
            node_filesystem_size_bytes{device="/dev/sda2",fstype="ext4",mountpoint="/var"} 1e+11
            node_load1 0.42
            node_systemd_unit_state{name="cron.service",state="active",type="simple"} 1
            """;

    private final AtomicReference<String> answer = new AtomicReference<>("HTTP/1.1 200 OK\r\n\r\n" + PAGE);
    private final ScriptedServer server =
            new ScriptedServer((socket, head) -> ScriptedServer.send(socket, answer.get()));
    private final SystemResolver resolver = new SystemResolver();
    private final Deadlines deadlines = new Deadlines();
    private final MetricsKind kind =
            new MetricsKind(resolver, new AddressPolicy(Cidr.parseList("127.0.0.0/8")), Tls.ofTheMachine(), deadlines);

    @AfterEach
    void close() {
        server.close();
        resolver.close();
        deadlines.close();
    }

    @Test
    void moreThanHalfOfTheDiskIsFree() {
        var root = page(
                "node_filesystem_avail_bytes{mountpoint=\"/\"} / node_filesystem_size_bytes{mountpoint=\"/\"}",
                "ratio");
        assertThat(probe(root, "value > 50%").outcome()).isEqualTo(Outcome.UP);
        var full = probe(root, "value > 70%");
        assertThat(full.outcome()).isEqualTo(Outcome.DOWN);
        assertThat(full.reason())
                .isEqualTo("value is 62 %, wanted > 70% for {device=\"/dev/sda1\", fstype=\"ext4\", mountpoint=\"/\"}");
        assertThat(probe(root, "degraded: value > 70%", "value > 10%").outcome())
                .isEqualTo(Outcome.DEGRADED);
    }

    @Test
    void ofManySeriesEachMustBeAsWantedAndTheWorstIsNamed() {
        var all = page("node_filesystem_avail_bytes / node_filesystem_size_bytes", "ratio");
        assertThat(probe(all, "value > 5%").outcome()).isEqualTo(Outcome.UP);
        assertThat(probe(all, "value > 50%").reason())
                .startsWith("value is 10 %, wanted > 50% for")
                .contains("mountpoint=\"/var\"");
        assertThat(probe(all, "value > 90%").reason()).endsWith("and 1 more");
        assertThat(probe(page("node_filesystem_avail_bytes{mountpoint=\"/\"}", "bytes"), "value > 60GB")
                        .outcome())
                .isEqualTo(Outcome.UP);
    }

    @Test
    void aSecondFigureOfTheSamePageCanBeAsked() {
        var unit = page("node_systemd_unit_state{name=\"cron.service\",state=\"active\"}", "number");
        assertThat(probe(unit, "value == 1", "metric(\"node_load1\") < 4").outcome())
                .isEqualTo(Outcome.UP);
        assertThat(probe(unit, "metric('node_load1 * 100') < 4").reason()).contains("is 42, wanted < 4");
        assertThat(probe(unit, "metric(\"node_filesystem_size_bytes\") > 1").reason())
                .contains("is 2 series");
        assertThat(probe(page("", "number"), "metric(\"node_load1\") < 1").outcome())
                .isEqualTo(Outcome.UP);
    }

    @Test
    void whatIsNotThereIsNotWell() {
        assertThat(probe(page("node_nothing", "number"), "value > 1").reason())
                .isEqualTo("no series matches node_nothing");
        answer.set("HTTP/1.1 200 OK\r\n\r\n<html>Node Exporter</html>");
        var html = probe(page("node_load1", "number"), "value < 1");
        assertThat(html.outcome()).isEqualTo(Outcome.DOWN);
        assertThat(html.reason()).startsWith("line 1 is not as the text format wants it");
        answer.set("HTTP/1.1 401 Unauthorized\r\n\r\n");
        assertThat(probe(page("node_load1", "number"), "value < 1").reason()).isEqualTo("HTTP 401, wanted 200");
        answer.set("HTTP/1.1 200 OK\r\n\r\n" + "m 1\n".repeat(300_000));
        assertThat(probe(page("m", "number"), "value < 1").outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void aPrometheusServerIsAsked() {
        answer.set("""
                HTTP/1.1 200 OK\r
                \r
                {"status":"success","data":{"resultType":"vector","result":[
                  {"metric":{"__name__":"up","job":"shop"},"value":[1435781451.781,"1"]},
                  {"metric":{"__name__":"up","job":"db"},"value":[1435781451.781,"0"]}]}}""");
        var up = new MetricsTarget(
                server.url("/prometheus/"), "prometheus", "up{job=~\"a b\"}", "number", Optional.of("Bearer s3cret"));
        assertThat(probe(up, "value == 1").reason()).isEqualTo("value is 0, wanted == 1 for {job=\"db\"}");
        assertThat(server.heads().getFirst())
                .startsWith("GET /prometheus/api/v1/query?query=up%7Bjob%3D%7E%22a+b%22%7D HTTP/1.1")
                .contains("Authorization: Bearer s3cret");
        answer.set(
                "HTTP/1.1 400 Bad Request\r\n\r\n{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"parse error\"}");
        assertThat(probe(up, "value == 1").reason()).isEqualTo("the server refuses the query: parse error");
        answer.set(
                "HTTP/1.1 200 OK\r\n\r\n{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[1,\"0.5\"]}}");
        assertThat(probe(up, "value == 0.5").outcome()).isEqualTo(Outcome.UP);
        answer.set(
                "HTTP/1.1 200 OK\r\n\r\n{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}");
        assertThat(probe(up, "value == 0.5").reason()).contains("a matrix, wanted a vector or a scalar");
        answer.set("HTTP/1.1 503 Sorry\r\n\r\nstarting");
        assertThat(probe(up, "value == 0.5").reason()).isEqualTo("HTTP 503, wanted 200");
    }

    @Test
    void aRateNeedsTwoScrapesAndAConfirmationDoesNotShortenIt() throws Malformed {
        var baselines = new Baselines();
        var check = UUID.randomUUID();
        var rate = Expression.parse("rate(c)");
        assertThat(rate.in(baselines.and(check, counter(100), seconds(0))).series())
                .isEmpty();
        assertThat(rate.in(baselines.and(check, counter(400), seconds(30)))
                        .series()
                        .getFirst()
                        .value())
                .isEqualTo(10);
        assertThat(rate.in(baselines.and(check, counter(401), seconds(31)))
                        .series()
                        .getFirst()
                        .value())
                .as("a second later it is still measured from the first")
                .isEqualTo(301 / 31.0);
        assertThat(rate.in(baselines.and(check, counter(700), seconds(60)))
                        .series()
                        .getFirst()
                        .value())
                .isEqualTo(10);
        var tried = probe(page("rate(node_load1)", "number"), "value > 1");
        assertThat(tried.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(tried.reason()).contains("two scrapes");
    }

    @Test
    void faultsAreNamedWithTheirFields() {
        var faults = new Faults();
        kind.examine(new MetricsTarget("ftp://x", "elsewhere", "", "miles", Optional.of("a\r\nb")), faults);
        assertThat(faults.all())
                .extracting(fault -> fault.field())
                .containsExactlyInAnyOrder("url", "unit", "authorization", "source");
        var more = new Faults();
        kind.examine(new MetricsTarget("http://x/", "page", "a +", "ratio", Optional.empty()), more);
        assertThat(more.all())
                .singleElement()
                .satisfies(fault -> assertThat(fault.reason()).isEqualTo("column 4: expected a metric, a number or ("));
    }

    @Test
    void debiansNodeExporterIsRead() throws IOException {
        var exporter = Path.of("/usr/bin/prometheus-node-exporter");
        assumeThat(exporter)
                .as("Debian's prometheus-node-exporter is not installed")
                .exists();
        var port = freePort();
        var process = new ProcessBuilder(exporter.toString(), "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            var url = "http://127.0.0.1:" + port + "/metrics";
            var load = new MetricsTarget(
                    url,
                    "page",
                    "node_load5 / count(node_cpu_seconds_total{mode=\"idle\"})",
                    "number",
                    Optional.empty());
            Await.until(
                    "the exporter answers",
                    Duration.ofSeconds(60),
                    () -> probe(load, "value < 100000").outcome() == Outcome.UP);
            var memory = new MetricsTarget(
                    url,
                    "page",
                    "node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes",
                    "ratio",
                    Optional.empty());
            assertThat(probe(memory, "value in 0%..100%", "metric(\"node_boot_time_seconds\") > 1000000000")
                            .outcome())
                    .isEqualTo(Outcome.UP);
            assertThat(probe(memory, "value > 100%").reason()).contains("wanted > 100%");
        } finally {
            process.destroyForcibly();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private ProbeResult probe(MetricsTarget target, String... conditions) {
        var read = Conditions.parse(List.of(conditions), kind.vocabulary());
        return kind.probe(new Question<>(Optional.empty(), target, read, Duration.ofSeconds(30), Avoid.NOTHING));
    }

    private MetricsTarget page(String expression, String unit) {
        return new MetricsTarget(server.url("/metrics"), "page", expression, unit, Optional.empty());
    }

    private static Exposition counter(double value) throws Malformed {
        return Exposition.read("c " + value, Set.of("c"));
    }

    private static long seconds(long count) {
        return Duration.ofSeconds(count).toNanos();
    }
}
