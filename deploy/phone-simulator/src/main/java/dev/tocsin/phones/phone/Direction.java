package dev.tocsin.phones.phone;

/** Which way a text went, in the carrier's words. */
public enum Direction {
    OUTBOUND_API("outbound-api"),
    OUTBOUND_REPLY("outbound-reply"),
    INBOUND("inbound");

    private final String wire;

    Direction(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }
}
