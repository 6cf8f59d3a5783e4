package dev.tocsin.postmortem.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What stands over a published report: a picture made of its facts, or none. */
public enum Cover {
    /** No picture. */
    @JsonProperty("plain")
    PLAIN,
    /** A bell's rings, one for each page that went out. */
    @JsonProperty("rings")
    RINGS,
    /** A heartbeat that stumbles while the impact lasts. */
    @JsonProperty("pulse")
    PULSE,
    /** One tile a minute: unseen, known, over. */
    @JsonProperty("tiles")
    TILES,
    /** The sky at the hour it began. */
    @JsonProperty("sky")
    SKY,
    /** The longest figure, set very large. */
    @JsonProperty("number")
    NUMBER
}
