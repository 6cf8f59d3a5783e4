package dev.tocsin.monitor.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.tocsin.monitor.condition.Conditions;
import dev.tocsin.monitor.egress.AddressPolicy;
import dev.tocsin.monitor.egress.Avoid;
import dev.tocsin.monitor.egress.Dialer;
import dev.tocsin.monitor.egress.Resolver;
import dev.tocsin.monitor.verdict.Outcome;
import org.junit.jupiter.api.Test;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Ports that talk, and certificates. */
class TcpTest {
    private static final Resolver LOCAL =
            (name, within) -> new Resolver.Answer.Found(List.of(InetAddress.ofLiteral("127.0.0.1")));
    private final Network network =
            NetworkKinds.over(new Dialer(LOCAL, AddressPolicy.trusting()), Authority.trusting());

    private interface Talk {
        void with(Socket socket) throws Exception;
    }

    @Test
    void aPortSaysWhatIsExpected() throws IOException {
        try (var server = talking(plain(), socket -> {
            var asked = new String(socket.getInputStream().readNBytes(6), StandardCharsets.US_ASCII);
            say(socket, asked.equals("PING\r\n") ? "+PO" : "-ERR\r\n");
            say(socket, "NG\r\nmore");
        })) {
            assertThat(probe(tcp(server, "PING\\r\\n", "+PONG\\r\\n")).reason()).isEmpty();
            assertThat(probe(tcp(server, "QUIT\\r\\n", "+PONG")).reason())
                    .isEqualTo("what came back does not hold \"+PONG\"");
            assertThat(probe(tcp(server, "QUIT\\r\\n", "+PONG"))
                            .evidence()
                            .bodySample()
                            .orElseThrow())
                    .startsWith("-ERR");
        }
    }

    @Test
    void aGreetingIsJudgedByConditions() throws IOException {
        try (var server = talking(plain(), socket -> say(socket, "220 mail.example ESMTP\r\n"))) {
            assertThat(probe(tcp(server, null, null), "received matches '^220 .*ESMTP' and latency.firstByte > 0")
                            .reason())
                    .isEmpty();
            assertThat(probe(tcp(server, null, null), "received contains '250'").reason())
                    .isEqualTo("received is \"220 mail.example ESMTP  \", wanted contains '250'");
        }
    }

    @Test
    void oneThatSaysNothingOrNeverStopsCostsOneTimeout() throws IOException {
        try (var server = talking(plain(), socket -> socket.getInputStream().read())) {
            assertThat(probe(tcp(server, null, "+OK"), ofMillis(500)).reason())
                    .isEqualTo("no answer within 0.5 s, still waiting for the first byte");
        }
        try (var server = talking(plain(), socket -> {
            while (true) say(socket, "x".repeat(1000));
        })) {
            assertThat(probe(tcp(server, null, "+OK")).reason())
                    .isEqualTo("\"+OK\" is not in the first 64 KiB that came back");
        }
        try (var server = talking(plain(), socket -> {})) {
            assertThat(probe(tcp(server, null, "+OK")).reason()).isEqualTo("nothing came back, wanted \"+OK\"");
        }
    }

    @Test
    void tlsMayComeFirst() throws IOException {
        try (var server = talking(Authority.server("good"), socket -> say(socket, "* OK IMAP ready\r\n"))) {
            var target = new TcpTarget("shop.example", server.getLocalPort(), true, null, Optional.of("* OK"), null);
            assertThat(probe(target, "certificate.expiresIn > 14d and certificate.trusted and latency.tls > 0")
                            .reason())
                    .isEmpty();
            assertThat(probe(new TcpTarget("evil.example", server.getLocalPort(), true, null, null, null))
                            .reason())
                    .startsWith("TLS: ")
                    .contains("evil.example");
        }
    }

    @Test
    void aCertificateIsUpDegradedBeforeItEndsAndDownAfter() throws IOException {
        assertThat(certificate("good", "shop.example", TlsSettings.USUAL).outcome())
                .isEqualTo(Outcome.UP);
        var soon = certificate("short", "shop.example", TlsSettings.USUAL);
        assertThat(soon.outcome()).isEqualTo(Outcome.DEGRADED);
        assertThat(soon.reason()).startsWith("a certificate of the chain ends in ");
        assertThat(certificate("short", "shop.example", TlsSettings.USUAL, "certificate.expiresIn > 1d")
                        .outcome())
                .isEqualTo(Outcome.UP);
        assertThat(certificate("short", "shop.example", TlsSettings.USUAL, "certificate.expiresIn > 30d")
                        .outcome())
                .isEqualTo(Outcome.DOWN);
        assertThat(certificate("over", "shop.example", TlsSettings.USUAL).reason())
                .contains("is not valid now");
    }

    @Test
    void aCertificateForAnotherNameIsDownAndTheRestIsStillSaid() throws IOException {
        var wrong =
                certificate("good", "evil.example", TlsSettings.USUAL, "certificate.issuer contains 'Test Authority'");
        assertThat(wrong.outcome()).isEqualTo(Outcome.DOWN);
        assertThat(wrong.reason()).contains("evil.example");
        assertThat(wrong.evidence().conditions()).singleElement().matches(one -> one.holds());
        var named = new TlsSettings(false, Optional.of("www.shop.example"), null, null, null);
        assertThat(certificate("good", "10-0-0-1.example", named).outcome()).isEqualTo(Outcome.UP);
        var easy = new TlsSettings(true, null, null, null, null);
        assertThat(certificate("good", "evil.example", easy).outcome()).isEqualTo(Outcome.UP);
        assertThat(certificate("short", "evil.example", easy).outcome()).isEqualTo(Outcome.DEGRADED);
    }

    @Test
    void aServerWithoutTlsIsDown() throws IOException {
        try (var server = talking(plain(), socket -> say(socket, "220 not me\r\n"))) {
            var result = Probes.over(network)
                    .probe(new TlsTarget("shop.example", server.getLocalPort(), null), ofSeconds(5));
            assertThat(result.outcome()).isEqualTo(Outcome.DOWN);
            assertThat(result.reason()).isEqualTo("TLS: the server does not speak it");
        }
    }

    @Test
    void escapesBecomeBytes() {
        assertThat(Escapes.bytes("a\\r\\n\\t\\0\\\\\\xFFü")).containsExactly('a', 13, 10, 9, 0, '\\', 0xFF, 0xC3, 0xBC);
        assertThatThrownBy(() -> Escapes.bytes("\\q")).hasMessageContaining("knows only");
        assertThatThrownBy(() -> Escapes.bytes("a\\")).hasMessageContaining("knows only");
        assertThatThrownBy(() -> Escapes.bytes("\\x1")).hasMessageContaining("hexadecimal");
    }

    private ProbeResult certificate(String alias, String host, TlsSettings tls, String... conditions)
            throws IOException {
        try (var server = talking(
                Authority.server(alias), socket -> socket.getInputStream().read())) {
            return probe(new TlsTarget(host, server.getLocalPort(), tls), ofSeconds(5), conditions);
        }
    }

    private static TcpTarget tcp(ServerSocket server, String send, String expect) {
        return new TcpTarget(
                "127.0.0.1",
                server.getLocalPort(),
                false,
                Optional.ofNullable(send),
                Optional.ofNullable(expect),
                null);
    }

    private static ServerSocket plain() throws IOException {
        return new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    }

    private static ServerSocket talking(ServerSocket server, Talk talk) {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    var socket = server.accept();
                    Thread.ofVirtual().start(() -> talk(socket, talk));
                } catch (IOException e) {
                    return; // closed
                }
            }
        });
        return server;
    }

    private static void talk(Socket socket, Talk talk) {
        try (socket) {
            talk.with(socket);
        } catch (IOException e) {
            return; // the client went away
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private ProbeResult probe(Target target, String... conditions) {
        return probe(target, ofSeconds(5), conditions);
    }

    private ProbeResult probe(Target target, Duration timeout, String... conditions) {
        var words = NetworkKinds.all().of(target).vocabulary();
        var wanted = Conditions.parse(List.of(conditions), words);
        return Probes.over(network).probe(new Question<>(Optional.empty(), target, wanted, timeout, Avoid.NOTHING));
    }
}
