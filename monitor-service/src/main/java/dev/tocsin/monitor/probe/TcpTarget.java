package dev.tocsin.monitor.probe;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A port that must accept a connection. */
@RegisterForReflection
public record TcpTarget(String host, int port) implements Target {
    public static final String KIND = "tcp";

    public TcpTarget {
        host = host == null ? "" : host;
    }

    @Override
    public String kind() {
        return KIND;
    }
}
