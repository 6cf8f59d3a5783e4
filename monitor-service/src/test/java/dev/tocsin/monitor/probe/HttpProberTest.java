package dev.tocsin.monitor.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.tocsin.monitor.ScriptedServer;
import dev.tocsin.monitor.egress.AddressPolicy;
import dev.tocsin.monitor.egress.Cidr;
import dev.tocsin.monitor.egress.Dialer;
import dev.tocsin.monitor.egress.Resolver;
import dev.tocsin.monitor.egress.SystemResolver;
import dev.tocsin.monitor.verdict.Outcome;
import org.junit.jupiter.api.Test;

import static dev.tocsin.monitor.ScriptedServer.answering;
import static dev.tocsin.monitor.ScriptedServer.send;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

class HttpProberTest {
    private static final AddressPolicy LOOPBACK_ONLY = new AddressPolicy(List.of(Cidr.parse("127.0.0.0/8")));
    private static final Resolver SYSTEM = new SystemResolver();

    private final Probes probes = Probes.over(NetworkKinds.over(new Dialer(SYSTEM, LOOPBACK_ONLY)));

    @Test
    void anExpectedAnswerIsUpWithItsPhasesStatusAndAddress() {
        try (var server = answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")) {
            var result = probe(target(server.url("/health?x=1")));
            assertThat(result.outcome()).isEqualTo(Outcome.UP);
            assertThat(result.evidence().status()).contains(200);
            assertThat(result.evidence().address()).contains("127.0.0.1:" + server.port());
            assertThat(result.evidence().phases().connect()).isPositive();
            assertThat(result.evidence().phases().tls()).isZero();
            assertThat(result.evidence().latency()).isLessThan(ofSeconds(2));
            assertThat(server.heads().getFirst())
                    .startsWith("GET /health?x=1 HTTP/1.1\nHost: 127.0.0.1:" + server.port())
                    .contains("User-Agent: Tocsin\n", "Accept-Encoding: identity\n", "Connection: close\n");
        }
    }

    @Test
    void everyProbeTakesAFreshConnection() {
        try (var server = new ScriptedServer((socket, head) -> {
            send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: keep-alive\r\n\r\n");
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        })) {
            assertThat(probe(target(server.url("/"))).outcome()).isEqualTo(Outcome.UP);
            assertThat(probe(target(server.url("/"))).outcome()).isEqualTo(Outcome.UP);
            assertThat(server.heads()).hasSize(2);
        }
    }

    @Test
    void anUnexpectedStatusIsDownWithARedactedSample() {
        var body = "{\"error\":\"no\",\"password\":\"hunter2\",\"echo\":\"Bearer s3cr3t-value\"}";
        try (var server = answering("HTTP/1.1 503 Sorry\r\n\r\n" + body)) {
            var result = probe(new HttpTarget(
                    server.url("/"), null, Map.of("Authorization", "Bearer s3cr3t-value"), null, "200", null, null));
            assertThat(result.reason()).isEqualTo("HTTP 503, wanted 200");
            assertThat(result.evidence().bodySample().orElseThrow())
                    .contains("\"error\":\"no\"", "•••")
                    .doesNotContain("hunter2", "s3cr3t-value");
        }
    }

    @Test
    void theBodyMustContainWhatIsWanted() {
        try (var server = answering("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nstatus: grün")) {
            assertThat(probe(wanting(server, "status: grün")).outcome()).isEqualTo(Outcome.UP);
            assertThat(probe(wanting(server, "status: rot")).reason())
                    .isEqualTo("the body does not contain the wanted text");
        }
    }

    @Test
    void chunkedAnswersAreReadToTheirEnd() {
        var chunks =
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4;ext=1\r\nwell\r\n5\r\n done\r\n0\r\nX-Trailer: 1\r\n\r\n";
        try (var server = answering(chunks)) {
            assertThat(probe(wanting(server, "well done")).outcome()).isEqualTo(Outcome.UP);
        }
    }

    @Test
    void interimAnswersAreSkippedAndHeadHasNoBody() {
        try (var server =
                answering("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n")) {
            var head = new HttpTarget(server.url("/"), "HEAD", null, null, "200", null, null);
            assertThat(probe(head).outcome()).isEqualTo(Outcome.UP);
        }
    }

    @Test
    void tooSlowIsDownEvenWhenTheAnswerIsRight() {
        try (var server = new ScriptedServer((socket, head) -> {
            send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n");
            pause(1000);
            send(socket, "ok");
        })) {
            var slow = new HttpTarget(server.url("/"), null, null, null, "200", Optional.of(ofMillis(200)), null);
            var result = probe(slow);
            assertThat(result.reason()).startsWith("answered after ").endsWith("wanted 200 ms");
            assertThat(result.evidence().phases().transfer()).isGreaterThan(ofMillis(250));
        }
    }

    @Test
    void aPostSendsItsBody() {
        try (var server = new ScriptedServer((socket, head) -> {
            assertThat(head).contains("Content-Length: 7\n", "X-Kind: test\n");
            send(
                    socket,
                    "HTTP/1.1 200 OK\r\n\r\n" + (char) socket.getInputStream().read());
        })) {
            var post = new HttpTarget(
                    server.url("/"),
                    "POST",
                    Map.of("X-Kind", "test"),
                    Optional.of("{\"a\":1}"),
                    "200",
                    null,
                    Optional.of("{"));
            assertThat(probe(post).outcome()).isEqualTo(Outcome.UP);
        }
    }

    @Test
    void aRedirectIsFollowedWithinTheSameOriginWithItsHeaders() {
        try (var server = new ScriptedServer((socket, head) -> send(
                socket,
                head.startsWith("GET /new ")
                        ? "HTTP/1.1 200 OK\r\n\r\nhere"
                        : "HTTP/1.1 302 Found\r\nLocation: /new\r\nContent-Length: 0\r\n\r\n"))) {
            var result = probe(new HttpTarget(
                    server.url("/old"), null, Map.of("Authorization", "Bearer x123"), null, "200", null, null));
            assertThat(result.outcome()).isEqualTo(Outcome.UP);
            assertThat(server.heads().getLast()).contains("Authorization: Bearer x123");
        }
    }

    @Test
    void credentialsStayWithTheirOrigin() {
        try (var other = answering("HTTP/1.1 200 OK\r\n\r\n");
                var server = answering("HTTP/1.1 302 Found\r\nLocation: " + other.url("/x") + "\r\n\r\n")) {
            var headers =
                    Map.of("Authorization", "Bearer x", "X-Api-Key", "k", "Cookie", "c=1", "Accept", "text/plain");
            assertThat(probe(new HttpTarget(server.url("/"), null, headers, null, "200", null, null))
                            .outcome())
                    .isEqualTo(Outcome.UP);
            assertThat(other.heads().getFirst())
                    .contains("Accept: text/plain")
                    .doesNotContain("Authorization", "X-Api-Key", "Cookie");
        }
    }

    @Test
    void aRedirectThatIsItselfExpectedIsNotFollowed() {
        try (var server = answering("HTTP/1.1 301 Moved\r\nLocation: http://169.254.169.254/\r\n\r\n")) {
            var result = probe(new HttpTarget(server.url("/"), null, null, null, "200,301-302", null, null));
            assertThat(result.outcome()).isEqualTo(Outcome.UP);
        }
    }

    @Test
    void redirectsWithoutEndAreDown() {
        try (var server = answering("HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(probe(target(server.url("/"))).reason()).isEqualTo("more than 3 redirects");
            assertThat(server.heads()).hasSize(4);
        }
    }

    @Test
    void aRedirectToTheMetadataServiceIsNotFollowed() {
        try (var server = answering("HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/latest/\r\n\r\n")) {
            var result = probe(target(server.url("/")));
            assertThat(result.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(result.reason()).contains("169.254.169.254", "never probed");
        }
    }

    @Test
    void aRedirectToAPrivateAddressIsNotFollowed() {
        try (var server = answering("HTTP/1.1 307 Temporary\r\nLocation: http://[::1]:22/\r\n\r\n")) {
            assertThat(probe(target(server.url("/"))).outcome()).isEqualTo(Outcome.UNKNOWN);
        }
    }

    @Test
    void nobodyListeningIsDown() throws IOException {
        var port = aPortNobodyListensOn();
        assertThat(probe(target("http://127.0.0.1:" + port + "/")).reason())
                .isEqualTo("127.0.0.1:" + port + " refused the connection");
    }

    @Test
    void aResolverThatDoesNotAnswerIsUnknownAndAMissingNameIsDown() {
        assertThat(resolving(new Resolver.Answer.NoAnswer("silence")).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(resolving(new Resolver.Answer.NoSuchName("no such name")).outcome())
                .isEqualTo(Outcome.DOWN);
    }

    @Test
    void aPortThatAcceptsIsUpForTcpAndOneThatDoesNotIsDown() throws IOException {
        try (var server = answering("")) {
            var open = new TcpTarget("127.0.0.1", server.port());
            assertThat(probes.probe(open, ofSeconds(2)).outcome()).isEqualTo(Outcome.UP);
        }
        var closed = new TcpTarget("127.0.0.1", aPortNobodyListensOn());
        assertThat(probes.probe(closed, ofSeconds(2)).outcome()).isEqualTo(Outcome.DOWN);
    }

    @Test
    void theHostHeaderAndTheConnectedAddressAreDifferentThings() {
        try (var server = answering("HTTP/1.1 200 OK\r\n\r\n")) {
            Resolver named = (host, within) -> new Resolver.Answer.Found(List.of(InetAddress.ofLiteral("127.0.0.1")));
            var result = Probes.over(NetworkKinds.over(new Dialer(named, LOOPBACK_ONLY)))
                    .probe(target("http://shop.example:" + server.port() + "/"), ofSeconds(2));
            assertThat(result.outcome()).isEqualTo(Outcome.UP);
            assertThat(server.heads().getFirst()).contains("Host: shop.example:" + server.port() + "\n");
        }
    }

    private static int aPortNobodyListensOn() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private ProbeResult resolving(Resolver.Answer answer) {
        return Probes.over(NetworkKinds.over(new Dialer((h, w) -> answer, LOOPBACK_ONLY)))
                .probe(target("http://some.example/"), ofSeconds(1));
    }

    private ProbeResult probe(HttpTarget target) {
        return probes.probe(target, ofSeconds(3));
    }

    private static HttpTarget target(String url) {
        return new HttpTarget(url, null, null, null, "200", null, null);
    }

    private static HttpTarget wanting(ScriptedServer server, String text) {
        return new HttpTarget(server.url("/"), null, null, null, "200", null, Optional.of(text));
    }

    private static void pause(long millis) throws InterruptedException {
        Thread.sleep(Duration.ofMillis(millis)); // the slow server's own slowness
    }
}
