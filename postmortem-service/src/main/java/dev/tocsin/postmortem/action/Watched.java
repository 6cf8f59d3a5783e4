package dev.tocsin.postmortem.action;

import java.util.regex.Pattern;

import dev.tocsin.postmortem.report.Content;

/** What a task that adds monitoring is to have watched. Pure. */
final class Watched {
    /** Titles such as "Add monitoring on https://shop.example/pay" say it themselves. */
    private static final Pattern ADDS_MONITORING = Pattern.compile(
            "(?i)^\\s*(?:add|create|set up|write)\\s+(?:a\\s+|an\\s+)?(?:\\w+\\s+)?(?:monitoring|check|probe|monitor)\\b.*");

    private static final Pattern TARGET = Pattern.compile(
            "https?://[^\\s<>\"'()]+|\\b[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?:\\d{2,5}\\b", Pattern.CASE_INSENSITIVE);

    private Watched() {}

    /** A URL or host:port; {@code *} where the task adds monitoring and does not say on what; empty for other tasks. */
    static String by(Content.Task task) {
        if (!task.check().isBlank()) return task.check().strip();
        if (!ADDS_MONITORING.matcher(task.title()).matches()) return "";
        var target = TARGET.matcher(task.title() + " " + task.doneWhen());
        return target.find() ? target.group().replaceAll("[.,;:]+$", "") : "*";
    }
}
