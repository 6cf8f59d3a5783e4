package dev.tocsin.monitor.probe;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;

import dev.tocsin.monitor.ScriptedServer;
import dev.tocsin.monitor.condition.Conditions;
import dev.tocsin.monitor.egress.AddressPolicy;
import dev.tocsin.monitor.egress.Avoid;
import dev.tocsin.monitor.egress.Dialer;
import dev.tocsin.monitor.egress.Resolver;
import dev.tocsin.monitor.tls.Pem;
import dev.tocsin.monitor.tls.Tls;
import dev.tocsin.monitor.verdict.Outcome;
import org.junit.jupiter.api.Test;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TlsTest {
    private static final Resolver LOCAL =
            (name, within) -> new Resolver.Answer.Found(List.of(InetAddress.ofLiteral("127.0.0.1")));
    private static final TlsSettings INSECURE = new TlsSettings(true, null, null, null, null);

    @Test
    void aTrustedCertificateForTheNameIsUpAndTheHandshakeIsTimed() {
        var result = probe(Authority.server("good"), "shop.example", TlsSettings.USUAL);
        assertThat(result.reason()).isEmpty();
        assertThat(result.outcome()).isEqualTo(Outcome.UP);
        assertThat(result.evidence().phases().tls()).isPositive();
        assertThat(result.evidence().certificate().orElseThrow().issuer()).isEqualTo("CN=Test Authority");
    }

    @Test
    void aCertificateForAnotherNameIsDownAndStillShown() {
        var result = probe(Authority.server("good"), "evil.example", TlsSettings.USUAL);
        assertThat(result.reason()).startsWith("TLS: ").contains("evil.example");
        assertThat(result.evidence().certificate().orElseThrow().subject()).isEqualTo("CN=shop.example");
    }

    @Test
    void aCertificateThatNobodyTrustsIsDown() {
        var result = probe(Authority.server("good"), "shop.example", TlsSettings.USUAL, Tls.ofTheMachine());
        assertThat(result.reason())
                .isEqualTo(
                        "TLS: nobody we trust vouches for the certificate of CN=shop.example, issued by CN=Test Authority");
    }

    @Test
    void anExpiredCertificateIsDownAndSaysSinceWhen() {
        assertThat(probe(Authority.server("over"), "shop.example", TlsSettings.USUAL)
                        .reason())
                .startsWith("TLS: the certificate of CN=shop.example is not valid now: it runs from ");
    }

    @Test
    void insecureSilencesTheHandshakeButNoCondition() {
        var expired = probe(Authority.server("over"), "shop.example", INSECURE, "certificate.expiresIn > 0");
        assertThat(expired.outcome()).isEqualTo(Outcome.DOWN);
        assertThat(expired.reason()).startsWith("certificate.expiresIn is -").endsWith(" h, wanted > 0");
        assertThat(probe(Authority.server("over"), "shop.example", INSECURE).outcome())
                .isEqualTo(Outcome.UP);
        assertThat(probe(Authority.server("good"), "evil.example", INSECURE, "certificate.trusted")
                        .reason())
                .isEqualTo("certificate.trusted is false, wanted true");
    }

    @Test
    void expiryIsSeenBeforeItComesAndByTheWholeChain() {
        assertThat(probe(Authority.server("short"), "shop.example", TlsSettings.USUAL, "certificate.expiresIn > 14d")
                        .outcome())
                .isEqualTo(Outcome.DOWN);
        assertThat(probe(
                                Authority.server("short"),
                                "shop.example",
                                TlsSettings.USUAL,
                                "degraded: certificate.expiresIn > 14d")
                        .outcome())
                .isEqualTo(Outcome.DEGRADED);
        assertThat(probe(
                                Authority.server("good"),
                                "www.shop.example",
                                TlsSettings.USUAL,
                                "certificate.expiresIn > 14d and certificate.trusted and tls.version == 'TLSv1.3'",
                                "certificate.names contains '*.shop.example' and certificate.issuer contains 'Test'")
                        .reason())
                .isEmpty();
    }

    @Test
    void expiryIsSeenAlongRedirects() {
        var end = Authority.server("good");
        var hop = Authority.server("short");
        try (var landing = answering(end, "HTTP/1.1 200 OK\r\n\r\n");
                var start = answering(
                        hop, "HTTP/1.1 302 Found\r\nLocation: https://shop.example:" + landing.port() + "/\r\n\r\n")) {
            assertThat(probe(
                                    start,
                                    "shop.example",
                                    TlsSettings.USUAL,
                                    Authority.trusting(),
                                    "certificate.expiresIn > 14d")
                            .reason())
                    .startsWith("certificate.expiresIn is ");
        }
    }

    @Test
    void aServerThatAsksWhoWeAreIsTold() {
        var known = new TlsSettings(
                false, null, null, Optional.of(Authority.certificate("client")), Optional.of(Authority.key("client")));
        assertThat(probe(Authority.server("good", true), "shop.example", known).reason())
                .isEmpty();
        assertThat(probe(Authority.server("good", true), "shop.example", TlsSettings.USUAL)
                        .outcome())
                .isEqualTo(Outcome.DOWN);
    }

    @Test
    void aCheckMayBringItsOwnAuthority() {
        var own = new TlsSettings(false, null, Optional.of(Authority.certificate("authority")), null, null);
        assertThat(probe(Authority.server("good"), "shop.example", own, Tls.ofTheMachine())
                        .reason())
                .isEmpty();
    }

    @Test
    void anotherNameMayBeAskedFor() {
        var named = new TlsSettings(false, Optional.of("shop.example"), null, null, null);
        assertThat(probe(Authority.server("good"), "10-0-0-1.nodes.example", named)
                        .reason())
                .isEmpty();
    }

    @Test
    void aKeyMustBeTheCertificates() {
        var own = Pem.certificates(Authority.certificate("client")).getFirst();
        assertThat(Pem.key(Authority.key("client"), own)).isNotNull();
        assertThatThrownBy(() -> Pem.key(Authority.key("good"), own))
                .hasMessage("is not the private key of this certificate");
        assertThatThrownBy(() -> Pem.key("-----BEGIN RSA PRIVATE KEY-----", own))
                .hasMessageContaining("openssl pkcs8");
        assertThatThrownBy(() -> Pem.certificates("nonsense")).hasMessageContaining("BEGIN CERTIFICATE");
    }

    private static ScriptedServer answering(ServerSocket socket, String answer) {
        return new ScriptedServer(socket, (s, head) -> {
            if (head.startsWith("GET")) ScriptedServer.send(s, answer);
        });
    }

    private static ProbeResult probe(ServerSocket socket, String host, TlsSettings tls, String... conditions) {
        return probe(socket, host, tls, Authority.trusting(), conditions);
    }

    private static ProbeResult probe(
            ServerSocket socket, String host, TlsSettings tls, Tls client, String... conditions) {
        try (var running = answering(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            return probe(running, host, tls, client, conditions);
        }
    }

    private static ProbeResult probe(
            ScriptedServer server, String host, TlsSettings tls, Tls client, String... conditions) {
        var target = new HttpTarget(
                "https://" + host + ":" + server.port() + "/",
                null,
                null,
                null,
                "200",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                tls);
        var network = NetworkKinds.over(new Dialer(LOCAL, AddressPolicy.trusting()), client);
        var wanted = Conditions.parse(List.of(conditions), HttpFacts.VOCABULARY);
        return Probes.over(network)
                .probe(new Question<>(Optional.empty(), target, wanted, ofSeconds(5), Avoid.NOTHING));
    }
}
