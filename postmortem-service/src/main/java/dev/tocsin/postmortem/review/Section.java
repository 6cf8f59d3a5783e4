package dev.tocsin.postmortem.review;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The parts of a report, as its readers know them. */
public enum Section {
    @JsonProperty("issueSummary")
    ISSUE_SUMMARY,
    @JsonProperty("timeline")
    TIMELINE,
    @JsonProperty("rootCauseAndResolution")
    ROOT_CAUSE_AND_RESOLUTION,
    @JsonProperty("measures")
    MEASURES,
    /** What the report's shape adds. */
    @JsonProperty("extras")
    EXTRAS,
    /** The report as a whole. */
    @JsonProperty("report")
    REPORT
}
