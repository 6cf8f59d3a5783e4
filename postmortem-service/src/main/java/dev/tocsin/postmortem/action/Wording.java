package dev.tocsin.postmortem.action;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What people are told of a task, short enough for a text message. Pure. */
final class Wording {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final int TITLE = 120;

    private Wording() {}

    static String subject(String kind, String title) {
        var start = switch (kind) {
            case "assigned" -> "A task for you";
            case "before" -> "Due in two days";
            case "due" -> "Due today";
            default -> "Overdue";
        };
        return start + ": " + cut(title);
    }

    /** @param page where the task stands; empty when no address is known */
    static String body(String kind, String title, LocalDate due, String report, String page) {
        var day = due == null ? "" : " It is due on " + DAY.format(due) + ".";
        var start = switch (kind) {
            case "assigned" -> "You have a task from the postmortem “%s”: %s.".formatted(cut(report), cut(title));
            case "before", "due" -> "Your task “%s” from “%s” is not done yet.".formatted(cut(title), cut(report));
            default -> "Your task “%s” from “%s” is overdue.".formatted(cut(title), cut(report));
        };
        var end = kind.equals("assigned") ? "" : " Mark it done, or decline it and say why.";
        return start + day + end + (page.isEmpty() ? "" : " " + page);
    }

    private static String cut(String text) {
        var plain = text.strip().replaceAll("\\s+", " ").replaceAll("[.!]+$", "");
        return plain.length() <= TITLE ? plain : plain.substring(0, plain.offsetByCodePoints(0, TITLE - 20)) + "…";
    }
}
