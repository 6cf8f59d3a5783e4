package dev.tocsin.monitor.tls;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Agrees on TLS, each time anew: a resumed session would not show that a certificate has changed. */
public final class Tls {
    private final SSLContext strict;
    private final SSLContext lenient;
    private final Witness careful;
    private final Witness easy;

    /** @param trust judges certificates where a check brings no authority of its own */
    public Tls(X509ExtendedTrustManager trust) {
        careful = new Witness(trust, false);
        easy = new Witness(trust, true);
        strict = fresh(null, careful);
        lenient = fresh(null, easy);
    }

    /** Trusts whom the machine trusts. */
    public static Tls ofTheMachine() {
        return new Tls(trusting(null));
    }

    /** A connection that is secured, and what the server showed. */
    public record Secured(SSLSocket socket, Shown shown) {}

    /**
     * Shakes hands over a connection that its owner closes.
     *
     * @param host whose name the certificate must bear unless the options say otherwise
     * @throws Distrusted when the certificate is refused
     * @throws IllegalArgumentException when the options' own certificates cannot be read
     */
    public Secured over(Socket plain, String host, TlsOptions options) throws IOException {
        var witness = witness(options);
        var context = context(options, witness);
        var name = options.serverName().orElse(host).replaceAll("^\\[|]$", "");
        // The port is only a key to remembered sessions; our own end's makes every one of them a stranger.
        var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, name, plain.getLocalPort(), false);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (options.serverName().isPresent()) parameters.setServerNames(List.of(new SNIHostName(name)));
        if (!options.protocols().isEmpty())
            parameters.setApplicationProtocols(options.protocols().toArray(String[]::new));
        socket.setSSLParameters(parameters);
        try {
            socket.startHandshake();
            return new Secured(socket, shown(socket, witness));
        } catch (SSLException e) {
            var seen = witness.seen(socket);
            if (seen.isEmpty() || seen.get().distrust().isEmpty()) throw said(e);
            var shown = new Shown(seen.get().chain(), seen.get().distrust(), "", "");
            throw new Distrusted(seen.get().distrust().get(), shown, e);
        } finally {
            witness.forget(socket);
        }
    }

    /** The library's words for an answer that is no TLS at all puzzle people. */
    private static SSLException said(SSLException e) {
        return String.valueOf(e.getMessage()).startsWith("Unsupported or unrecognized SSL message")
                ? new SSLException("the server does not speak it", e)
                : e;
    }

    private static Shown shown(SSLSocket socket, Witness witness) throws SSLPeerUnverifiedException {
        var session = socket.getSession();
        var chain = Stream.of(session.getPeerCertificates())
                .filter(X509Certificate.class::isInstance)
                .map(X509Certificate.class::cast)
                .toList();
        return new Shown(
                chain,
                witness.seen(socket).flatMap(Witness.Seen::distrust),
                session.getProtocol(),
                session.getCipherSuite());
    }

    private Witness witness(TlsOptions options) {
        if (options.authority().isPresent())
            return new Witness(trusting(Pem.certificates(options.authority().get())), options.insecure());
        return options.insecure() ? easy : careful;
    }

    private SSLContext context(TlsOptions options, Witness witness) {
        if (options.identity().isPresent())
            return fresh(identity(options.identity().get()), witness);
        if (witness == careful) return strict;
        return witness == easy ? lenient : fresh(null, witness);
    }

    private static SSLContext fresh(KeyManager[] keys, Witness witness) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(keys, new TrustManager[] {witness}, null);
            context.getClientSessionContext().setSessionTimeout(1);
            context.getClientSessionContext().setSessionCacheSize(1);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no TLS on this machine", e);
        }
    }

    private static KeyManager[] identity(TlsOptions.Identity identity) {
        var chain = Pem.certificates(identity.certificate());
        var key = Pem.key(identity.key(), chain.getFirst());
        var none = new char[0];
        try {
            var store = empty();
            store.setKeyEntry("client", key, none, chain.toArray(Certificate[]::new));
            var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, none);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("a client certificate that cannot be used: " + e.getMessage(), e);
        }
    }

    private static X509ExtendedTrustManager trusting(List<X509Certificate> authorities) {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(authorities == null ? null : anchors(authorities));
            return Stream.of(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("authorities that cannot be used: " + e.getMessage(), e);
        }
    }

    private static KeyStore anchors(List<X509Certificate> authorities) throws GeneralSecurityException, IOException {
        var store = empty();
        for (var i = 0; i < authorities.size(); i++) store.setCertificateEntry("authority-" + i, authorities.get(i));
        return store;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
