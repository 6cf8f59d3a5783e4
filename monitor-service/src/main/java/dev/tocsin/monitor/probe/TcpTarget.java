package dev.tocsin.monitor.probe;

/** A port that must accept a connection. */
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
