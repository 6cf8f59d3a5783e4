package dev.tocsin.dashboard.oncall;

import java.time.Duration;
import java.util.List;

import dev.tocsin.dashboard.oncall.SchedulesClient.Change;
import dev.tocsin.dashboard.oncall.SchedulesClient.Changes;
import dev.tocsin.dashboard.oncall.SchedulesClient.Stretch;
import dev.tocsin.dashboard.web.Clockface;

import static dev.tocsin.dashboard.web.Language.say;

/** What an edit changes, as the page tells it: a row for each person, and where nobody would be on call. Pure. */
record ChangeWords(List<Row> rows, List<String> opened, List<String> closed) {
    /** More than this many shifts of one person are counted, not listed. */
    private static final int MOST_LISTED = 4;

    /** @param gained first of the shifts gained, in words @param balance such as "+168 h" */
    record Row(
            String person,
            int gainedCount,
            List<String> gained,
            int lostCount,
            List<String> lost,
            String before,
            String after,
            String balance) {

        public int moreGained() {
            return gainedCount - gained.size();
        }

        public int moreLost() {
            return lostCount - lost.size();
        }
    }

    static ChangeWords of(Changes changes, Clockface clock) {
        return new ChangeWords(
                changes.people().stream().map(change -> row(change, clock)).toList(),
                words(changes.gapsOpened(), clock),
                words(changes.gapsClosed(), clock));
    }

    public boolean isEmpty() {
        return rows.isEmpty() && opened.isEmpty() && closed.isEmpty();
    }

    private static Row row(Change change, Clockface clock) {
        return new Row(
                change.person().name(),
                change.gained().size(),
                words(change.gained(), clock),
                change.lost().size(),
                words(change.lost(), clock),
                hours(change.before()),
                hours(change.after()),
                balance(change.after().minus(change.before())));
    }

    private static List<String> words(List<Stretch> stretches, Clockface clock) {
        return stretches.stream()
                .limit(MOST_LISTED)
                .map(stretch -> say(RotaWords.class).stretch(clock.dated(stretch.start()), clock.dated(stretch.end())))
                .toList();
    }

    private static String balance(Duration more) {
        return more.isZero() ? "±" + hours(more) : more.isNegative() ? "−" + hours(more.negated()) : "+" + hours(more);
    }

    private static String hours(Duration length) {
        return Clockface.hours(length);
    }
}
