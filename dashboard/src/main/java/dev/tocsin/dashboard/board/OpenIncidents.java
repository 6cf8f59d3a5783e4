package dev.tocsin.dashboard.board;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import dev.tocsin.dashboard.incidents.IncidentRow;

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
        if (count() == 0) return "Nothing is wrong";
        if (waitingForMe() == 1) return "1 incident waits for you";
        if (waitingForMe() > 1) return waitingForMe() + " incidents wait for you";
        if (waiting() == 1) return "1 incident is not acknowledged yet";
        if (waiting() > 1) return waiting() + " incidents are not acknowledged yet";
        return count() == 1 ? "1 open incident, acknowledged" : count() + " open incidents, all acknowledged";
    }

    /** "4 open in all: 3 not acknowledged, 1 in hand." */
    public String detail() {
        return count() == 0
                ? "No incident is open."
                : "%d open: %d not acknowledged, %d in hand.".formatted(count(), waiting(), count() - waiting());
    }

    public String tone() {
        return count() == 0 ? "" : waiting() > 0 ? "red" : "amber";
    }

    public String icon() {
        return count() == 0 ? "tick-round" : waiting() > 0 ? "triangle" : "dot";
    }
}
