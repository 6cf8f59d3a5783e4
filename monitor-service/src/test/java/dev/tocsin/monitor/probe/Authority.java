package dev.tocsin.monitor.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateEncodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

import dev.tocsin.monitor.tls.Tls;

/** A certificate authority of our own and those it vouches for, made once by keytool. */
final class Authority {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final KeyStore KEYS = made();

    private Authority() {}

    /** Trusts only this authority. */
    static Tls trusting() {
        return new Tls(trust());
    }

    /** A TLS server that shows the certificate of this name and the authority's. */
    static ServerSocket server(String alias) {
        return server(alias, false);
    }

    /** @param asks whether it demands that the client shows a certificate of this authority, too */
    static ServerSocket server(String alias, boolean asks) {
        try {
            var context = context(alias);
            var socket = (SSLServerSocket)
                    context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
            socket.setNeedClientAuth(asks);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Certificate and those that vouch for it, PEM. */
    static String certificate(String alias) {
        try {
            var pem = new StringBuilder();
            for (var one : KEYS.getCertificateChain(alias)) pem.append(pem("CERTIFICATE", one.getEncoded()));
            return pem.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Private key, PEM, PKCS #8. */
    static String key(String alias) {
        try {
            return pem("PRIVATE KEY", KEYS.getKey(alias, PASSWORD).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String what, byte[] bytes) throws CertificateEncodingException {
        var text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(what, text, what);
    }

    private static SSLContext context(String alias) {
        try {
            var one = KeyStore.getInstance("PKCS12");
            one.load(null, null);
            one.setKeyEntry(alias, KEYS.getKey(alias, PASSWORD), PASSWORD, KEYS.getCertificateChain(alias));
            var identity = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            identity.init(one, PASSWORD);
            var context = SSLContext.getInstance("TLS");
            context.init(identity.getKeyManagers(), new X509ExtendedTrustManager[] {trust()}, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509ExtendedTrustManager trust() {
        try {
            var anchors = KeyStore.getInstance("PKCS12");
            anchors.load(null, null);
            anchors.setCertificateEntry("authority", KEYS.getCertificate("authority"));
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(anchors);
            return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code good} runs ten years with its authority, {@code short} three days, {@code over} ended yesterday. */
    private static KeyStore made() {
        try {
            var folder = Files.createTempDirectory("authority");
            var store = folder.resolve("keys.p12");
            keytool(store, "authority", "-dname", "CN=Test Authority", "-validity", "3650", "-ext", "bc:c");
            var shop = List.of(
                    "-dname",
                    "CN=shop.example",
                    "-ext",
                    "san=dns:shop.example,dns:*.shop.example",
                    "-signer",
                    "authority");
            keytool(store, "good", and(shop, "-validity", "3650"));
            keytool(store, "short", and(shop, "-validity", "3"));
            keytool(store, "over", and(shop, "-startdate", "-10d", "-validity", "9"));
            keytool(store, "client", "-dname", "CN=prober", "-validity", "3650", "-signer", "authority");
            var keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, PASSWORD);
            }
            Files.delete(store);
            Files.delete(folder);
            return keys;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String[] and(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toArray(String[]::new);
    }

    private static void keytool(Path store, String alias, String... options) throws IOException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var words = new ArrayList<>(List.of(keytool, "-genkeypair", "-alias", alias, "-keyalg", "EC"));
        words.addAll(List.of(options));
        words.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", "changeit"));
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0)
                throw new IllegalStateException(
                        "keytool: " + new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
