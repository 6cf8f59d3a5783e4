package dev.tocsin.monitor.probe;

import java.util.Optional;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A port that must accept a connection and, where asked, say the right thing.
 *
 * @param secure TLS comes first
 * @param send what to say, as {@link Escapes} reads it
 * @param expect a text that what comes back must hold, within its first 64 KiB, as {@link Escapes} reads it
 */
@RegisterForReflection
public record TcpTarget(
        String host, int port, boolean secure, Optional<String> send, Optional<String> expect, TlsSettings tls)
        implements Target {
    public static final String KIND = "tcp";

    public TcpTarget {
        host = host == null ? "" : host;
        send = send == null ? Optional.empty() : send;
        expect = expect == null ? Optional.empty() : expect;
        tls = tls == null ? TlsSettings.USUAL : tls;
    }

    /** It only has to accept. */
    public TcpTarget(String host, int port) {
        this(host, port, false, null, null, null);
    }

    @Override
    public String kind() {
        return KIND;
    }
}
