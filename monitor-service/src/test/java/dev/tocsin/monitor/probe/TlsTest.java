package dev.tocsin.monitor.probe;

import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import dev.tocsin.monitor.ScriptedServer;
import dev.tocsin.monitor.egress.AddressPolicy;
import dev.tocsin.monitor.egress.Dialer;
import dev.tocsin.monitor.egress.Resolver;
import dev.tocsin.monitor.timing.Deadlines;
import dev.tocsin.monitor.verdict.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

class TlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;

    private static SSLContext server;
    private static SSLContext trusting;

    @BeforeAll
    static void makeACertificateForShopExample() throws Exception {
        var store = folder.resolve("shop.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "shop",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=shop.example",
                        "-ext",
                        "san=dns:shop.example",
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        var keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        var identity = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        identity.init(keys, PASSWORD);
        server = SSLContext.getInstance("TLS");
        server.init(identity.getKeyManagers(), null, null);
        var anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        anchors.setCertificateEntry("shop", keys.getCertificate("shop"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(anchors);
        trusting = SSLContext.getInstance("TLS");
        trusting.init(null, trust.getTrustManagers(), null);
    }

    @Test
    void aTrustedCertificateForTheNameIsUpAndTheHandshakeIsTimed() throws Exception {
        var result = probe("shop.example", trusting);
        assertThat(result.reason()).isEmpty();
        assertThat(result.outcome()).isEqualTo(Outcome.UP);
        assertThat(result.evidence().phases().tls()).isPositive();
    }

    @Test
    void aCertificateForAnotherNameIsDown() throws Exception {
        assertThat(probe("evil.example", trusting).reason()).startsWith("TLS: ").contains("evil.example");
    }

    @Test
    void aCertificateThatNobodyTrustsIsDown() throws Exception {
        assertThat(probe("shop.example", SSLContext.getDefault()).reason()).startsWith("TLS: ");
    }

    private static ProbeResult probe(String host, SSLContext client) throws Exception {
        Resolver local = (name, within) -> new Resolver.Answer.Found(List.of(InetAddress.ofLiteral("127.0.0.1")));
        var socket = server.getServerSocketFactory().createServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
        try (var running = new ScriptedServer(socket, (s, head) -> {
                    if (head.startsWith("GET")) ScriptedServer.send(s, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                });
                var deadlines = new Deadlines()) {
            return new Probes(new Dialer(local, AddressPolicy.trusting()), client.getSocketFactory(), deadlines)
                    .probe(
                            new HttpTarget(
                                    "https://" + host + ":" + running.port() + "/",
                                    null,
                                    null,
                                    null,
                                    "200",
                                    null,
                                    null),
                            ofSeconds(5));
        }
    }
}
