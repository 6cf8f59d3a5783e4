package dev.tocsin.oncall.incident;

import java.util.Locale;

/** Where an incident stands, in PagerDuty's words. */
public enum State {
    TRIGGERED,
    ACKNOWLEDGED,
    RESOLVED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
