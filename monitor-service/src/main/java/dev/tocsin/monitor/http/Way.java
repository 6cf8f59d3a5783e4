package dev.tocsin.monitor.http;

import java.util.List;
import java.util.Optional;

import dev.tocsin.monitor.tls.TlsOptions;

/** How to talk to a server: which HTTP, and how to agree on TLS. */
public record Way(Version version, TlsOptions tls) {
    /** HTTP/1.1, and TLS as a browser would. */
    public static final Way USUAL = new Way(Version.ONE, TlsOptions.USUAL);

    /** {@code ANY} takes HTTP/2 where a TLS server offers it. {@code TWO} without TLS is spoken without asking first. */
    public enum Version {
        ONE(List.of()),
        TWO(List.of("h2")),
        ANY(List.of("h2", "http/1.1"));

        private final List<String> alpn;

        Version(List<String> alpn) {
            this.alpn = alpn;
        }
    }

    /** For a server of another origin: who we are is not its business, and its name is its own. */
    public Way stranger() {
        return new Way(
                version,
                new TlsOptions(tls.insecure(), Optional.empty(), tls.authority(), Optional.empty(), List.of()));
    }

    TlsOptions offering() {
        return tls.offering(version.alpn);
    }
}
