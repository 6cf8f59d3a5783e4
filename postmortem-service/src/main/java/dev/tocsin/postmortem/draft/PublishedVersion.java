package dev.tocsin.postmortem.draft;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.postmortem.facts.Ref;

/**
 * One version readers were given. Left out of JSON when null, so that the hash of what was published before reviews
 * existed stays what it was.
 *
 * @param note what a correction corrects, empty for the first
 * @param approvedBy who approved it and did not write it; null when nobody did
 * @param unreviewed why nobody did, null when somebody did
 */
public record PublishedVersion(
        int n,
        Instant at,
        Ref by,
        String note,

        @JsonInclude(JsonInclude.Include.NON_NULL) Ref approvedBy,

        @JsonInclude(JsonInclude.Include.NON_NULL) String unreviewed) {}
