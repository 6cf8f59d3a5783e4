package dev.tocsin.postmortem.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.tocsin.postmortem.facts.Curve;
import dev.tocsin.postmortem.facts.Facts;
import dev.tocsin.postmortem.facts.Ref;
import dev.tocsin.postmortem.report.Content;
import dev.tocsin.postmortem.report.Markdown;

/**
 * What is to be drawn, before anything has a place.
 *
 * @param impactStart empty until a person has said so; nothing is shaded as undetected before that
 * @param end when the impact ended; else the resolution; else the last thing known
 * @param lanes one for each person, in the order in which they were called
 * @param curve what the check saw; empty when there is none
 * @param story everything that is not a page or its answer, oldest first
 */
record Scene(
        String title,
        ZoneId zone,
        Optional<Instant> impactStart,
        Instant detected,
        Instant end,
        Optional<Instant> resolved,
        List<Lane> lanes,
        int lanesLeftOut,
        List<Mark> story,
        Optional<Curve> curve) {
    private static final int LANES = 6;
    /** More lines than this are shown as dots: the list beside the drawing has them all. */
    private static final int LABELLED = 14;
    /** How much of the incident's length is shown before and after it. */
    private static final int LEAD_SHARE = 6;
    /** Where even a tooltip ends, in ems: about 250 letters. */
    private static final double TOLD = 140;
    /** Measured lines that tell more than the pages and answers, which have lanes of their own. */
    private static final Set<String> TOLD_MEASURED =
            Set.of("triggered", "resolved", "note", "page-failed", "policy-exhausted", "ack-timeout");

    /** What a mark shows; the order is the order in which labels are given up when there are too many. */
    enum Shape {
        STARTED,
        DETECTED,
        RESOLVED,
        MISLEADING,
        MITIGATED,
        ESCALATED,
        ACTION,
        ASSUMPTION,
        NOTE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Shape of(String kind) {
            return switch (kind) {
                case "triggered", "detected" -> DETECTED;
                case "resolved" -> RESOLVED;
                case "started" -> STARTED;
                case "misleading" -> MISLEADING;
                case "mitigated" -> MITIGATED;
                case "escalated" -> ESCALATED;
                case "action" -> ACTION;
                case "assumption" -> ASSUMPTION;
                default -> NOTE;
            };
        }
    }

    /** A point of the story; only a labelled one has its text written beside it. */
    record Mark(Instant at, Shape shape, String text, boolean pinned, boolean labelled) {}

    /** A call to a person, or the answer. */
    record Call(Instant at, Kind kind) {
        enum Kind {
            PAGED("paged"),
            ESCALATED("escalated"),
            ACKNOWLEDGED("acknowledged");

            final String word;

            Kind(String word) {
                this.word = word;
            }
        }
    }

    record Lane(String name, List<Call> calls) {
        boolean answered() {
            return calls.stream().anyMatch(call -> call.kind() == Call.Kind.ACKNOWLEDGED);
        }

        String initials() {
            var initials = new StringBuilder();
            for (var word : name.strip().split("\\s+", 3)) {
                if (!word.isEmpty() && initials.codePointCount(0, initials.length()) < 2)
                    initials.appendCodePoint(word.codePointAt(0));
            }
            return initials.toString();
        }
    }

    static Scene of(Facts facts, Content content) {
        var summary = content.summary();
        var detected = facts.triggeredAt().value();
        var resolved = Optional.ofNullable(facts.resolvedAt().value());
        var lanes = lanes(facts);
        var story = story(facts, content);
        var last = Stream.of(
                        Stream.of(detected),
                        story.stream().map(Mark::at),
                        lanes.stream().flatMap(l -> l.calls.stream()).map(Call::at))
                .flatMap(s -> s)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var start = summary.impactStart();
        var end = summary.impactEnd().or(() -> resolved).orElse(last);
        // Contradicting times are the gate's to refuse; the drawing only must not run backwards.
        if (end.isBefore(start.orElse(detected))) end = last;
        return new Scene(
                content.title(),
                ZoneId.of(summary.zone()),
                start,
                detected,
                end,
                resolved,
                shown(lanes),
                Math.max(0, lanes.size() - LANES),
                story,
                Optional.ofNullable(facts.probe().value())
                        .filter(Curve::isSound)
                        .filter(c -> !c.isEmpty()));
    }

    /** The time that is drawn to scale: from the first suffering or alert to the end. */
    Instant coreStart() {
        return impactStart.filter(detected::isAfter).orElse(detected);
    }

    Instant coreEnd() {
        return resolved.filter(end::isBefore).orElse(end);
    }

    /** A little before the core, as far as the check tells of it, to show what was usual. */
    Instant leadStart() {
        var lead = coreStart().minus(coreLength().dividedBy(LEAD_SHARE));
        return curve.map(c -> c.from().isAfter(lead) ? c.from() : lead)
                .filter(coreStart()::isAfter)
                .orElse(coreStart());
    }

    /** A little after the core, as far as the check tells of it, to show that all was well again. */
    Instant leadEnd() {
        var lead = coreEnd().plus(coreLength().dividedBy(LEAD_SHARE));
        return curve.map(c -> c.to().isBefore(lead) ? c.to() : lead)
                .filter(coreEnd()::isBefore)
                .orElse(coreEnd());
    }

    private Duration coreLength() {
        return coreEnd().isAfter(coreStart()) ? Duration.between(coreStart(), coreEnd()) : Duration.ofMinutes(1);
    }

    String impactInWords() {
        return impactStart
                .map(start -> "impact " + Times.span(Duration.between(start, end)))
                .orElse("impact: start not said yet");
    }

    /** Present only when a person has said that the impact began before the first alert. */
    Optional<String> undetectedInWords() {
        return impactStart
                .filter(detected::isAfter)
                .map(start -> "undetected " + Times.span(Duration.between(start, detected)));
    }

    private static List<Lane> lanes(Facts facts) {
        Map<Object, Lane> lanes = new LinkedHashMap<>();
        for (var page : facts.paging()) {
            var kind = page.escalation() ? Call.Kind.ESCALATED : Call.Kind.PAGED;
            laneOf(lanes, page.person()).calls.add(new Call(page.at(), kind));
        }
        for (var line : facts.timeline()) {
            if (line.kind().equals("acknowledged") && line.person() != null)
                laneOf(lanes, line.person()).calls.add(new Call(line.at(), Call.Kind.ACKNOWLEDGED));
        }
        lanes.values().forEach(l -> l.calls.sort(Comparator.comparing(Call::at)));
        return List.copyOf(lanes.values());
    }

    /** As many as there is room for, in their order; who answered is never left out. */
    private static List<Lane> shown(List<Lane> lanes) {
        var kept = lanes.stream()
                .sorted(Comparator.comparing(lane -> !lane.answered()))
                .limit(LANES)
                .toList();
        return lanes.stream().filter(kept::contains).toList();
    }

    private static Lane laneOf(Map<Object, Lane> lanes, Ref person) {
        var name = person.name() == null ? "someone" : oneLine(person.name());
        return lanes.computeIfAbsent(person.id() == null ? name : person.id(), _ -> new Lane(name, new ArrayList<>()));
    }

    private static List<Mark> story(Facts facts, Content content) {
        var marks = Timeline.merge(facts, content).stream()
                .filter(e -> e.at().isPresent() && !e.hidden())
                .filter(e -> e.source() == TimelineEntry.Source.TYPED || TOLD_MEASURED.contains(e.kind()))
                .map(e -> new Mark(
                        e.at().orElseThrow(),
                        Shape.of(e.kind()),
                        Lettering.cut(oneLine(plain(e)), 1, TOLD),
                        e.pinned(),
                        true))
                .toList();
        if (marks.size() <= LABELLED) return marks;
        var labelled = Set.copyOf(marks.stream()
                .sorted(Comparator.comparing((Mark m) -> !m.pinned).thenComparing(Mark::shape))
                .limit(LABELLED)
                .toList());
        return marks.stream()
                .map(m -> new Mark(m.at, m.shape, m.text, m.pinned, labelled.contains(m)))
                .toList();
    }

    /** What people type is Markdown; what was measured is not. */
    private static String plain(TimelineEntry entry) {
        var text = entry.source() == TimelineEntry.Source.TYPED ? Markdown.prose(entry.text()) : entry.text();
        return entry.to().isBlank() ? text : "Escalated to " + entry.to() + ". " + text;
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }
}
