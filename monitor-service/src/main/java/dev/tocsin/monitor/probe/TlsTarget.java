package dev.tocsin.monitor.probe;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A server whose certificate is watched. @param port 443 when left out */
@RegisterForReflection
public record TlsTarget(String host, Integer port, TlsSettings tls) implements Target {
    public static final String KIND = "tls";

    public TlsTarget {
        host = host == null ? "" : host;
        port = port == null ? 443 : port;
        tls = tls == null ? TlsSettings.USUAL : tls;
    }

    @Override
    public String kind() {
        return KIND;
    }
}
