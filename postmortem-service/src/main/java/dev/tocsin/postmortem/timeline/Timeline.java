package dev.tocsin.postmortem.timeline;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.tocsin.postmortem.facts.Facts;
import dev.tocsin.postmortem.report.Content;
import dev.tocsin.postmortem.timeline.TimelineEntry.Source;

/** Puts what was measured and what was typed into one order. */
public final class Timeline {
    /** By time; at the same time what was typed leads, for it explains what was measured. Undated lines come last. */
    private static final Comparator<TimelineEntry> ORDER = Comparator.comparing(
                    (TimelineEntry e) -> e.at().orElse(Instant.MAX))
            .thenComparing(TimelineEntry::source, Comparator.reverseOrder())
            .thenComparing(e -> e.seq().orElse(0L));

    private Timeline() {}

    /** All lines, hidden ones too, oldest first. */
    public static List<TimelineEntry> merge(Facts facts, Content content) {
        return Stream.concat(
                        facts.timeline().stream()
                                .map(m -> measured(m, content.hiddenSeqs().contains(m.seq()))),
                        content.timeline().stream().map(Timeline::typed))
                .sorted(ORDER)
                .toList();
    }

    private static TimelineEntry measured(Facts.Measured line, boolean hidden) {
        return new TimelineEntry(
                Optional.of(line.at()),
                line.kind(),
                line.text(),
                Source.MEASURED,
                Optional.of(line.seq()),
                Optional.empty(),
                Optional.ofNullable(line.person()),
                "",
                hidden,
                false,
                origin(line),
                "",
                "",
                line.correction());
    }

    private static String origin(Facts.Measured line) {
        var over = line.channel() == null || line.channel().isBlank() ? "" : ", by " + channel(line.channel());
        return "the incident's record" + over;
    }

    private static String channel(String channel) {
        return switch (channel) {
            case "sms" -> "SMS";
            case "event" -> "an alert";
            case "link" -> "the link in the text";
            case "web" -> "the dashboard";
            default -> channel;
        };
    }

    private static TimelineEntry typed(Content.Entry entry) {
        return new TimelineEntry(
                entry.at(),
                entry.kind().wire(),
                entry.text(),
                Source.TYPED,
                Optional.empty(),
                Optional.ofNullable(entry.id()),
                Optional.empty(),
                entry.role(),
                entry.hidden(),
                entry.pinned(),
                "",
                entry.to(),
                entry.evidence(),
                null);
    }
}
