package dev.tocsin.dashboard.postmortems;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.tocsin.dashboard.postmortems.Report.Fact;
import dev.tocsin.dashboard.postmortems.Report.Facts;
import dev.tocsin.dashboard.postmortems.Report.Impact;
import dev.tocsin.dashboard.postmortems.Report.Ref;
import dev.tocsin.dashboard.web.Clockface;

/** Measured facts in words: a missing acknowledgement reads as such and never as zero. Pure. */
final class FactLines {
    /**
     * One fact.
     *
     * @param state recorded, pending, not-applicable or invalid
     * @param source where it comes from
     */
    record Line(String label, String value, String state, String source) {}

    private FactLines() {}

    /** All of them, for the author. */
    static List<Line> all(Facts facts, Impact impact, Clockface clock) {
        var lines = new ArrayList<Line>();
        lines.add(line("Triggered", facts.triggeredAt(), at -> exact(at, clock)));
        lines.add(line("Acknowledged", facts.acknowledgedAt(), at -> exact(at, clock)));
        lines.add(line("Resolved", facts.resolvedAt(), at -> exact(at, clock)));
        lines.add(line("Duration", facts.duration(), Clockface::length));
        lines.add(line("Time to acknowledge", facts.timeToAcknowledge(), Clockface::length));
        lines.add(line("Time to resolve", facts.timeToResolve(), Clockface::length));
        lines.add(line("Impact", impact.total(), Clockface::length));
        lines.add(line("Undetected", impact.undetected(), Clockface::length));
        lines.add(line("Pages sent", facts.pages(), String::valueOf));
        lines.add(line("People paged", facts.peoplePaged(), FactLines::names));
        lines.add(line("Escalations", facts.escalations(), String::valueOf));
        lines.add(line("Acknowledged by", facts.acknowledgedBy(), who -> who.name() + by(who.channel())));
        lines.add(line("Resolved by", facts.resolvedBy(), Report.Someone::name));
        return lines;
    }

    private static <T> Line line(String label, Fact<T> fact, Function<T, String> words) {
        if (fact == null) return new Line(label, "—", "not-applicable", "");
        var value = switch (fact.state()) {
            case "recorded" -> words.apply(fact.value());
            case "pending" -> "not yet known";
            case "invalid" -> fact.note() == null ? "contradicts itself" : fact.note();
            default -> "did not happen";
        };
        return new Line(label, value, fact.state(), fact.source());
    }

    private static String exact(Instant at, Clockface clock) {
        return clock.absolute(at);
    }

    private static String names(List<Ref> people) {
        return people.isEmpty() ? "nobody" : people.stream().map(Ref::name).collect(Collectors.joining(", "));
    }

    private static String by(String channel) {
        return channel == null ? "" : " by " + (channel.equals("sms") ? "SMS" : channel);
    }
}
