package dev.tocsin.postmortem.draft;

import java.util.List;

import jakarta.validation.constraints.NotNull;

import dev.tocsin.postmortem.report.Content;
import dev.tocsin.postmortem.report.Content.Entry;
import dev.tocsin.postmortem.report.Content.Extra;
import dev.tocsin.postmortem.report.Content.Task;
import dev.tocsin.postmortem.report.Cover;

/** The report as its author leaves it, and the version they started from. What is left out is blank. */
record SaveRequest(
        @NotNull(message = "is required") Integer version,
        String title,
        String subtitle,
        String hook,
        String tldr,
        Content.Summary summary,
        List<@NotNull(message = "is required") Entry> timeline,
        boolean noMisleadingPaths,
        String detectedHow,
        String rootCause,
        String resolution,
        String improvements,
        List<@NotNull(message = "is required") Task> tasks,
        List<@NotNull(message = "is required") Long> hiddenSeqs,
        List<@NotNull(message = "is required") String> tags,
        Cover cover,
        String pullQuote,
        List<@NotNull(message = "is required") Extra> extras) {
    Content content() {
        return new Content(
                title,
                subtitle,
                hook,
                tldr,
                summary,
                timeline,
                noMisleadingPaths,
                detectedHow,
                rootCause,
                resolution,
                improvements,
                tasks,
                hiddenSeqs,
                tags,
                cover,
                pullQuote,
                extras);
    }
}
