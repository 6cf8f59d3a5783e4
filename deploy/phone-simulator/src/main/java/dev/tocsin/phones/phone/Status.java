package dev.tocsin.phones.phone;

import java.util.Locale;

/** How far a text has come, in the carrier's words. */
public enum Status {
    ACCEPTED,
    QUEUED,
    SENT,
    DELIVERED,
    UNDELIVERED,
    FAILED,
    RECEIVED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
