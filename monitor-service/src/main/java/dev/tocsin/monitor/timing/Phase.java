package dev.tocsin.monitor.timing;

/** The parts of a probe, in the order in which they happen, each with the words for "it ended while …". */
public enum Phase {
    DNS("resolving the name"),
    CONNECT("connecting"),
    TLS("agreeing on TLS"),
    FIRST_BYTE("waiting for the first byte"),
    TRANSFER("reading the answer");

    private final String doing;

    Phase(String doing) {
        this.doing = doing;
    }

    public String doing() {
        return doing;
    }
}
