package dev.tocsin.monitor.tls;

import java.util.List;
import java.util.Optional;

/**
 * How to agree on TLS with one server.
 *
 * @param insecure go on although the certificate cannot be trusted; what is wrong with it is still found out
 * @param serverName the name for SNI and to expect in the certificate; empty: the host that was connected to
 * @param authority certificates (PEM) to trust instead of those that the machine trusts
 * @param identity who we say we are; empty: nobody
 * @param protocols to offer by ALPN (RFC 7301), best first; empty: none
 */
public record TlsOptions(
        boolean insecure,
        Optional<String> serverName,
        Optional<String> authority,
        Optional<Identity> identity,
        List<String> protocols) {
    /** What a browser does, without ALPN. */
    public static final TlsOptions USUAL =
            new TlsOptions(false, Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    /** A client certificate with those that vouch for it, and its private key, both PEM. */
    public record Identity(String certificate, String key) {}

    public TlsOptions offering(List<String> alpn) {
        return new TlsOptions(insecure, serverName, authority, identity, alpn);
    }
}
