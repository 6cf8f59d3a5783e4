package dev.tocsin.phones.carrier;

import java.util.UUID;

/** The carrier's names for messages: {@code SM} and 32 hex digits. */
public final class Sids {
    private Sids() {}

    public static String message() {
        return "SM" + UUID.randomUUID().toString().replace("-", "");
    }
}
