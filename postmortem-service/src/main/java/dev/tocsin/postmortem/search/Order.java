package dev.tocsin.postmortem.search;

import java.util.Locale;

import dev.tocsin.postmortem.Problem;

/** What stands first. */
enum Order {
    /** Where the words stand: a title counts more than a task; then the newest incident. */
    RELEVANCE,
    /** The newest incident. */
    NEWEST,
    /** What was published last. */
    PUBLISHED;

    static Order fromString(String text) {
        for (var order : values()) {
            if (order.name().toLowerCase(Locale.ROOT).equals(text)) return order;
        }
        throw Problem.badField("sort", "must be relevance, newest or published");
    }
}
