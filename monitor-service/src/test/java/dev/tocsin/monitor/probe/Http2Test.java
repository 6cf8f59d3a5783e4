package dev.tocsin.monitor.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.tocsin.monitor.condition.Conditions;
import dev.tocsin.monitor.egress.AddressPolicy;
import dev.tocsin.monitor.egress.Avoid;
import dev.tocsin.monitor.egress.Dialer;
import dev.tocsin.monitor.egress.Resolver;
import dev.tocsin.monitor.verdict.Outcome;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

class Http2Test {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Resolver LOCAL =
            (name, within) -> new Resolver.Answer.Found(List.of(InetAddress.ofLiteral("127.0.0.1")));

    @AfterAll
    static void stop() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void anAnswerOverTlsIsJudgedLikeAnyOther() {
        var result = probe(
                secure(request -> request.response().putHeader("X-Kind", "test").end("hello")),
                "2",
                "http.version == '2' and body == 'hello' and header('x-kind') == 'test' and size == 5B",
                "latency.tls > 0 and latency.firstByte > 0");
        assertThat(result.reason()).isEmpty();
        assertThat(result.outcome()).isEqualTo(Outcome.UP);
        assertThat(result.evidence().status()).contains(200);
        assertThat(result.evidence().certificate()).isPresent();
    }

    @Test
    void theBetterVersionIsTakenWhereBothWillDo() {
        assertThat(probe(secure(request -> request.response().end()), "any", "http.version == '2'")
                        .reason())
                .isEmpty();
        assertThat(probe(secure(request -> request.response().end()), "1.1", "http.version == '1.1'")
                        .reason())
                .isEmpty();
    }

    @Test
    void aServerWithoutHttp2IsDownWhenItIsWanted() {
        var old = new HttpServerOptions(options()).setUseAlpn(false);
        assertThat(probe(start(old, request -> request.response().end()), "2").reason())
                .isEqualTo("the server does not speak HTTP/2");
    }

    @Test
    void aBodyGoesOutAndAManyFramedOneComesBackEvenInTheClear() {
        var server = start(
                new HttpServerOptions().setHost("127.0.0.1").setPort(0),
                request -> request.body().onSuccess(body -> request.response().end(body)));
        var text = "x".repeat(60_000);
        var result = probe(
                new HttpTarget(
                        "http://shop.example:" + server.actualPort() + "/",
                        "POST",
                        Map.of(),
                        Optional.of(text),
                        "200",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "2",
                        null),
                "size == 60000B",
                "http.version == '2'");
        server.close();
        assertThat(result.reason()).isEmpty();
    }

    @Test
    void aBodyWithoutEndIsCut() {
        var server = secure(request -> {
            request.response().setChunked(true);
            endless(request);
        });
        var result = probe(server, "2", "size < 1MB");
        assertThat(result.reason()).isEqualTo("size is more than we read, and was not announced, wanted < 1MB");
    }

    @Test
    void aResetStreamIsDownWithAReason() {
        var server = secure(request -> request.response().reset(2));
        assertThat(probe(server, "2").reason()).isEqualTo("the server reset the stream: INTERNAL_ERROR");
    }

    @Test
    void headersWithoutEndAreRefused() {
        var server = secure(request -> {
            for (var i = 0; i < 100; i++) request.response().putHeader("x-" + i, "y".repeat(1000));
            request.response().end();
        });
        var result = probe(server, "2");
        assertThat(result.outcome()).isEqualTo(Outcome.DOWN);
        assertThat(result.reason()).doesNotContain("Exception").isNotBlank();
    }

    @Test
    void nonsenseInsteadOfFramesIsDownWithAReason() throws Exception {
        try (var socket = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> {
                try (var client = socket.accept()) {
                    client.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\nnonsense\r\n".getBytes(StandardCharsets.US_ASCII));
                    client.getOutputStream().flush();
                    while (client.getInputStream().read() >= 0) continue;
                } catch (IOException e) {
                    return; // the client went away
                }
            });
            var result = probe(new HttpTarget(
                    "http://shop.example:" + socket.getLocalPort() + "/",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    "2",
                    null));
            assertThat(result.outcome()).isEqualTo(Outcome.DOWN);
            assertThat(result.reason()).startsWith("malformed HTTP/2 answer: ");
        }
    }

    @Test
    void oneThatNeverAnswersCostsOneTimeout() {
        var server = secure(request -> {});
        var target = target(server, "2");
        var result = Probes.over(network()).probe(target, Duration.ofMillis(700));
        server.close();
        assertThat(result.reason()).isEqualTo("no complete answer within 0.7 s, still waiting for the first byte");
    }

    private static void endless(HttpServerRequest request) {
        var response = request.response();
        while (!response.writeQueueFull() && !response.closed()) response.write(Buffer.buffer(new byte[8192]));
        response.drainHandler(_ -> endless(request));
    }

    private static HttpServerOptions options() {
        return new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(0)
                .setSsl(true)
                .setUseAlpn(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setCertValue(Buffer.buffer(Authority.certificate("good")))
                        .setKeyValue(Buffer.buffer(Authority.key("good"))));
    }

    private static HttpServer secure(Handler<HttpServerRequest> handler) {
        return start(options(), handler);
    }

    private static HttpServer start(HttpServerOptions options, Handler<HttpServerRequest> handler) {
        return VERTX.createHttpServer(options)
                .requestHandler(handler)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static Network network() {
        return NetworkKinds.over(new Dialer(LOCAL, AddressPolicy.trusting()), Authority.trusting());
    }

    private static HttpTarget target(HttpServer server, String version) {
        return new HttpTarget(
                "https://shop.example:" + server.actualPort() + "/",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                version,
                null);
    }

    private static ProbeResult probe(HttpServer server, String version, String... conditions) {
        var result = probe(target(server, version), conditions);
        server.close();
        return result;
    }

    private static ProbeResult probe(HttpTarget target, String... conditions) {
        var wanted = Conditions.parse(List.of(conditions), HttpFacts.VOCABULARY);
        return Probes.over(network())
                .probe(new Question<>(Optional.empty(), target, wanted, ofSeconds(10), Avoid.NOTHING));
    }
}
