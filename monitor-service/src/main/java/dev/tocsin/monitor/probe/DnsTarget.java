package dev.tocsin.monitor.probe;

import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A name that must resolve.
 *
 * @param type of record, A when left out
 * @param expect values, each of which must be among the records
 * @param server a name server to ask instead of the machine's own; a port may follow after a colon
 */
@RegisterForReflection
public record DnsTarget(String name, String type, List<String> expect, Optional<String> server) implements Target {
    public static final String KIND = "dns";

    public DnsTarget {
        name = name == null ? "" : name;
        type = type == null ? "A" : type;
        expect = expect == null ? List.of() : List.copyOf(expect);
        server = server == null ? Optional.empty() : server;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String host() {
        return name;
    }
}
