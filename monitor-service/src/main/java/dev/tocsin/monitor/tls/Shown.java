package dev.tocsin.monitor.tls;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What a server showed of itself.
 *
 * @param chain its own certificate first, then those that vouch for it, as sent
 * @param distrust why it cannot be trusted; empty when it can
 * @param protocol as in {@code TLSv1.3}; {@code ""} when the handshake was given up
 * @param cipher the cipher suite; {@code ""} when the handshake was given up
 */
public record Shown(List<X509Certificate> chain, Optional<String> distrust, String protocol, String cipher) {
    public Shown {
        chain = List.copyOf(chain);
    }

    /** Its own. */
    public Optional<X509Certificate> leaf() {
        return chain.stream().findFirst();
    }
}
