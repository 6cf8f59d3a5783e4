package dev.tocsin.postmortem.report;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a line typed into the timeline tells. */
public enum EntryKind {
    /** The impact began. */
    @JsonProperty("started")
    STARTED,
    /** Somebody or something noticed. */
    @JsonProperty("detected")
    DETECTED,
    /** Somebody was called outside of Tocsin; its own pages are measured. */
    @JsonProperty("paged")
    PAGED,
    /** Somebody took it on outside of Tocsin. */
    @JsonProperty("acknowledged")
    ACKNOWLEDGED,
    /** Something was done. */
    @JsonProperty("action")
    ACTION,
    /** Something was believed. */
    @JsonProperty("assumption")
    ASSUMPTION,
    /** A path that led nowhere, and what it cost. */
    @JsonProperty("misleading")
    MISLEADING,
    /** A team or a person was brought in. */
    @JsonProperty("escalated")
    ESCALATED,
    /** The pain stopped. */
    @JsonProperty("mitigated")
    MITIGATED,
    /** Healthy again; measured, unless the history comes from elsewhere. */
    @JsonProperty("resolved")
    RESOLVED,
    /** Anything else worth a line. */
    @JsonProperty("note")
    NOTE;

    /** As it stands in JSON and in the merged timeline. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
