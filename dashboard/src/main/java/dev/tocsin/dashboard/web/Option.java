package dev.tocsin.dashboard.web;

import java.util.List;

import static dev.tocsin.dashboard.web.Language.say;

/** One choice of a select. */
public record Option(String value, String label) {
    /** The severities of an incident, the worst first. */
    public static List<Option> severities() {
        var words = say(ErrorWords.class);
        return List.of(
                new Option("critical", words.critical()),
                new Option("error", words.error()),
                new Option("warning", words.warning()),
                new Option("info", words.info()));
    }
}
