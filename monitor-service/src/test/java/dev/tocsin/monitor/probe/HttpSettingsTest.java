package dev.tocsin.monitor.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

import dev.tocsin.monitor.ScriptedServer;
import dev.tocsin.monitor.condition.Conditions;
import dev.tocsin.monitor.egress.Avoid;
import dev.tocsin.monitor.verdict.Outcome;
import org.junit.jupiter.api.Test;

import static dev.tocsin.monitor.ScriptedServer.answering;
import static dev.tocsin.monitor.ScriptedServer.send;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

class HttpSettingsTest {
    private static final String MOVED = "HTTP/1.1 302 Found\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n";

    private final Probes probes = new Probes(NetworkKinds.all());

    @Test
    void basicAndBearerAreSentAndNotToldElsewhere() {
        try (var other = answering("HTTP/1.1 200 OK\r\n\r\n");
                var server = answering(MOVED.formatted(other.url("/")))) {
            probe(login(server.url("/"), "prober", "s3cret", null));
            probe(login(server.url("/"), null, null, "t0ken"));
            assertThat(server.heads().get(0)).contains("Authorization: Basic cHJvYmVyOnMzY3JldA==\n");
            assertThat(server.heads().get(1)).contains("Authorization: Bearer t0ken\n");
            assertThat(other.heads()).hasSize(2).noneMatch(head -> head.contains("Authorization"));
        }
    }

    @Test
    void whatWeSentIsNotShownInTheEvidence() {
        try (var server = answering("HTTP/1.1 500 Oops\r\n\r\nno luck with t0ken today")) {
            assertThat(probe(login(server.url("/"), null, null, "t0ken"))
                            .evidence()
                            .bodySample())
                    .contains("no luck with ••• today");
        }
    }

    @Test
    void redirectsAreFollowedAsOftenAsAllowed() {
        try (var server = new ScriptedServer((socket, head) -> {
            var step = Integer.parseInt(head.substring(5, head.indexOf(' ', 5)));
            send(socket, step == 5 ? "HTTP/1.1 200 OK\r\n\r\n" : MOVED.formatted("/" + (step + 1)));
        })) {
            assertThat(probe(following(server.url("/0"), 5)).outcome()).isEqualTo(Outcome.UP);
            assertThat(probe(following(server.url("/0"), 4)).reason()).isEqualTo("more than 4 redirects");
            assertThat(probe(following(server.url("/0"), 0)).reason()).isEqualTo("HTTP 302, wanted 2xx");
            assertThat(probe(following(server.url("/0"), 0), "status == 302 and header('location') == '/1'")
                            .outcome())
                    .isEqualTo(Outcome.UP);
        }
    }

    @Test
    void aConditionOnTheStatusReplacesTheExpectedOne() {
        try (var server = answering("HTTP/1.1 404 No\r\n\r\n")) {
            assertThat(probe(following(server.url("/"), 0), "status in (404, 410)")
                            .outcome())
                    .isEqualTo(Outcome.UP);
            assertThat(probe(following(server.url("/"), 0), "size < 1kB").reason())
                    .isEqualTo("HTTP 404, wanted 2xx");
        }
    }

    @Test
    void aPackedBodyIsReadAndABombStaysSmall() throws IOException {
        var json = packed("{\"status\":\"green\"}".getBytes(StandardCharsets.UTF_8));
        var bomb = packed(new byte[200 * 1024 * 1024]);
        try (var server = new ScriptedServer((socket, head) -> {
            send(socket, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n");
            socket.getOutputStream().write(head.startsWith("GET /bomb") ? bomb : json);
        })) {
            assertThat(probe(following(server.url("/"), 0), "json('$.status') == 'green'")
                            .reason())
                    .isEmpty();
            var before = used();
            assertThat(probe(following(server.url("/bomb"), 0), "body not contains 'x'")
                            .outcome())
                    .isEqualTo(Outcome.UP);
            assertThat(used() - before).isLessThan(64L * 1024 * 1024);
        }
    }

    @Test
    void everyPhaseAndHeaderMayBeAskedFor() {
        try (var server = answering("HTTP/1.1 200 OK\r\nX-Queue: 12\r\nContent-Length: 2\r\n\r\nok")) {
            assertThat(probe(
                                    following(server.url("/"), 0),
                                    "latency.dns <= latency and latency.connect <= latency and latency.tls == 0",
                                    "latency.firstByte > 0 and latency.transfer <= latency",
                                    "header('X-Queue') <= 12 and header('x-none') not exists",
                                    "body matches '^ok$' and size == 2B",
                                    "json('$.a') not exists")
                            .reason())
                    .isEmpty();
            assertThat(probe(following(server.url("/"), 0), "certificate.expiresIn > 14d")
                            .reason())
                    .isEqualTo("certificate.expiresIn is missing: there was no TLS, wanted > 14d");
            assertThat(probe(following(server.url("/"), 0), "json('$.a') == 1").reason())
                    .isEqualTo("json('$.a') is missing: the body is not JSON, wanted == 1");
        }
    }

    @Test
    void aResultThatHangsOnTimeSaysSo() {
        try (var server = answering("HTTP/1.1 200 OK\r\n\r\n")) {
            assertThat(probe(following(server.url("/"), 0), "latency > 1h")
                            .evidence()
                            .byTime())
                    .isTrue();
            assertThat(probe(following(server.url("/"), 0), "size > 1GB")
                            .evidence()
                            .byTime())
                    .isFalse();
        }
    }

    private static byte[] packed(byte[] plain) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static HttpTarget login(String url, String user, String password, String token) {
        return new HttpTarget(
                url,
                null,
                Map.of(),
                null,
                null,
                null,
                null,
                Optional.ofNullable(user),
                Optional.ofNullable(password),
                Optional.ofNullable(token),
                null,
                null,
                null);
    }

    private static HttpTarget following(String url, int redirects) {
        return new HttpTarget(url, null, Map.of(), null, null, null, null, null, null, null, redirects, null, null);
    }

    private ProbeResult probe(HttpTarget target, String... conditions) {
        var wanted = Conditions.parse(List.of(conditions), HttpFacts.VOCABULARY);
        return probes.probe(new Question<>(Optional.empty(), target, wanted, ofSeconds(5), Avoid.NOTHING));
    }
}
