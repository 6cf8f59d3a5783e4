package dev.tocsin.monitor.probe;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A host that must answer a ping. @param count how many to send, 1 when left out; one answer is enough */
@RegisterForReflection
public record IcmpTarget(String host, Integer count) implements Target {
    public static final String KIND = "icmp";

    public IcmpTarget {
        host = host == null ? "" : host;
        count = count == null ? 1 : count;
    }

    @Override
    public String kind() {
        return KIND;
    }
}
