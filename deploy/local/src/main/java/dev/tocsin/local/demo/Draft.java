package dev.tocsin.local.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** What {@code PUT /api/v1/postmortems/{id}} takes; longer texts are Markdown. */
record Draft(
        int version,
        String title,
        String subtitle,
        String hook,
        String tldr,
        Summary summary,
        List<Line> timeline,
        boolean noMisleadingPaths,
        String detectedHow,
        String rootCause,
        String resolution,
        String improvements,
        List<Task> tasks,
        List<Long> hiddenSeqs,
        List<String> tags) {

    record Summary(
            ZoneId zone,
            Instant impactStart,
            Instant impactEnd,
            String whatWasAffected,
            String usersExperienced,
            BigDecimal usersAffectedPercent,
            String howCounted,
            String rootCauseInBrief) {}

    record Line(Instant at, String kind, String text, String role, boolean pinned) {}

    record Task(String title, String owner, String ownerId, LocalDate due, String doneWhen) {}
}
