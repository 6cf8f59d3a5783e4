package dev.tocsin.dashboard.board;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import dev.tocsin.dashboard.incidents.IncidentRow;

import static dev.tocsin.dashboard.web.Language.say;

/** What is wrong now as one person sees it: theirs first, and what nobody has taken before what somebody has. Pure. */
public record OpenIncidents(List<IncidentRow> mine, List<IncidentRow> others) {
    private static final List<String> WORST_FIRST = List.of("critical", "error", "warning", "info");
    private static final Comparator<IncidentRow> URGENCY = Comparator.comparing(
                    (IncidentRow row) -> row.isTriggered() ? 0 : 1)
            .thenComparing(row -> Math.floorMod(WORST_FIRST.indexOf(row.severity()), WORST_FIRST.size() + 1))
            .thenComparing(IncidentRow::triggeredAt, Comparator.reverseOrder());

    static OpenIncidents of(UUID viewer, List<IncidentRow> open) {
        var sorted = open.stream().filter(IncidentRow::isOpen).sorted(URGENCY).toList();
        return new OpenIncidents(
                sorted.stream().filter(row -> row.concerns(viewer)).toList(),
                sorted.stream().filter(row -> !row.concerns(viewer)).toList());
    }

    public int count() {
        return mine.size() + others.size();
    }

    /** Open and taken by nobody. */
    public int waiting() {
        return (int) (mine.stream().filter(IncidentRow::isTriggered).count()
                + others.stream().filter(IncidentRow::isTriggered).count());
    }

    /** How many wait for this person. */
    public int waitingForMe() {
        return (int) mine.stream().filter(IncidentRow::isTriggered).count();
    }

    /** The one sentence on top. */
    public String headline() {
        var words = say(BoardWords.class);
        if (count() == 0) return words.nothingIsWrong();
        if (waitingForMe() > 0) return words.waitForYou(waitingForMe());
        if (waiting() > 0) return words.notAcknowledgedYet(waiting());
        return words.allAcknowledged(count());
    }

    /** "4 open in all: 3 not acknowledged, 1 in hand." */
    public String detail() {
        return count() == 0
                ? say(BoardWords.class).noIncidentIsOpen()
                : say(BoardWords.class).openNotAcknowledgedInHand(count(), waiting(), count() - waiting());
    }

    public String tone() {
        return count() == 0 ? "" : waiting() > 0 ? "red" : "amber";
    }

    public String icon() {
        return count() == 0 ? "tick-round" : waiting() > 0 ? "triangle" : "dot";
    }
}
