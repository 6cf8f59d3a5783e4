package dev.tocsin.oncall;

import java.util.Locale;

/** Whether trouble may wake somebody: each person has rules for either. */
public enum Urgency {
    HIGH,
    LOW;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
