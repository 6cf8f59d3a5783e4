package dev.tocsin.postmortem.review;

import java.util.stream.Stream;

import dev.tocsin.postmortem.report.Content;

/**
 * How many words the author has written, by section. Only the author's own text counts: headings, measured facts and
 * lines, owners, dates and links do not, nor do title, hook, TL;DR and pull quote, which have limits of their own.
 *
 * @param extras those of the sections that the report's shape adds
 * @param min fewer tell too little
 * @param max more are not read
 */
public record Words(
        int total,
        int issueSummary,
        int timeline,
        int rootCauseAndResolution,
        int measures,
        int extras,
        int min,
        int max) {
    /** The report's length that people still read to the end. */
    public static final int MIN = 400;

    public static final int MAX = 600;
    private static final int A_MINUTE = 200;

    public static Words of(Content content) {
        var summary = content.summary();
        var issueSummary = count(Stream.of(
                summary.whatWasAffected(),
                summary.usersExperienced(),
                summary.howCounted(),
                summary.rootCauseInBrief()));
        var timeline = count(Stream.concat(
                Stream.of(content.detectedHow()), content.shownLines().stream().map(Content.Entry::text)));
        var cause = count(Stream.of(content.rootCause(), content.resolution()));
        var measures = count(Stream.concat(
                Stream.of(content.improvements()),
                content.tasks().stream().flatMap(t -> Stream.of(t.title(), t.doneWhen()))));
        var extras = count(content.extras().stream().map(Content.Extra::text));
        var total = issueSummary + timeline + cause + measures + extras;
        return new Words(total, issueSummary, timeline, cause, measures, extras, MIN, MAX);
    }

    /** Whole minutes to read it, at 200 words a minute; never under one. */
    public int readingMinutes() {
        return Math.max(1, Math.ceilDiv(total, A_MINUTE));
    }

    private static int count(Stream<String> texts) {
        return texts.mapToInt(WordCounter::count).sum();
    }
}
