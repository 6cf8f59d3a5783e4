package dev.tocsin.oncall.incident;

import java.util.Locale;

/** By which way something was said; told truthfully, since it decides how far to trust it. */
public enum Channel {
    SMS("by SMS"),
    VOICE("by phone call"),
    EMAIL("by e-mail"),
    WEBHOOK("by webhook"),
    LINK("by link"),
    WEB("on the dashboard"),
    EVENT("by an event"),
    TIMEOUT("by itself");

    private final String phrase;

    Channel(String phrase) {
        this.phrase = phrase;
    }

    public String phrase() {
        return phrase;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
