package dev.tocsin.monitor.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Lets another judge certificates, and remembers for a moment what was shown and what was wrong with it. */
final class Witness extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager judge;
    private final boolean lenient;
    private final Map<Socket, Seen> seen = new ConcurrentHashMap<>();

    record Seen(List<X509Certificate> chain, Optional<String> distrust) {}

    /** @param lenient goes on whatever the judge says */
    Witness(X509ExtendedTrustManager judge, boolean lenient) {
        this.judge = judge;
        this.lenient = lenient;
    }

    Optional<Seen> seen(Socket socket) {
        return Optional.ofNullable(seen.get(socket));
    }

    void forget(Socket socket) {
        seen.remove(socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        try {
            judge.checkServerTrusted(chain, authType, socket);
            seen.put(socket, new Seen(List.of(chain), Optional.empty()));
        } catch (CertificateException e) {
            seen.put(socket, new Seen(List.of(chain), Optional.of(words(chain, e))));
            if (!lenient) throw e;
        }
    }

    /** The library's own words begin with its classes; the commonest trouble deserves better. */
    private static String words(X509Certificate[] chain, CertificateException e) {
        var all = new StringBuilder();
        for (Throwable cause = e; cause != null; cause = cause.getCause())
            all.append(cause.getMessage()).append(' ');
        var lower = all.toString().toLowerCase(Locale.ROOT);
        var subject = chain[0].getSubjectX500Principal().getName();
        if (lower.contains("notafter") || lower.contains("validity check failed"))
            return "the certificate of %s is not valid now: it runs from %s to %s"
                    .formatted(
                            subject,
                            chain[0].getNotBefore().toInstant(),
                            chain[0].getNotAfter().toInstant());
        if (lower.contains("unable to find valid certification path"))
            return "nobody we trust vouches for the certificate of %s, issued by %s"
                    .formatted(subject, chain[0].getIssuerX500Principal().getName());
        return String.valueOf(e.getMessage());
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        judge.checkServerTrusted(chain, authType, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        judge.checkServerTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        judge.checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        judge.checkClientTrusted(chain, authType, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        judge.checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return judge.getAcceptedIssuers();
    }
}
