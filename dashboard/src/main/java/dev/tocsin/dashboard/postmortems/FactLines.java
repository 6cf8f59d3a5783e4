package dev.tocsin.dashboard.postmortems;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.tocsin.dashboard.postmortems.Report.Curve;
import dev.tocsin.dashboard.postmortems.Report.Fact;
import dev.tocsin.dashboard.postmortems.Report.Facts;
import dev.tocsin.dashboard.postmortems.Report.Impact;
import dev.tocsin.dashboard.postmortems.Report.Ref;
import dev.tocsin.dashboard.web.Clockface;
import dev.tocsin.dashboard.web.Format;

import static dev.tocsin.dashboard.web.Language.say;

/** Measured facts in words: a missing acknowledgement reads as such and never as zero. Pure. */
final class FactLines {
    private static final Set<String> TIMES = Set.of("triggeredAt", "acknowledgedAt", "resolvedAt");

    /**
     * One fact.
     *
     * @param key its name where it may be corrected; empty where it follows from others
     * @param state recorded, pending, not-applicable or invalid
     * @param source where it comes from
     * @param correction who corrected it, from what and why; empty when nobody did
     * @param raw the value as it is typed; null when there is none
     */
    record Line(String key, String label, String value, String state, String source, String correction, Object raw) {
        /** What stands in the field to begin with. */
        String typed(ZoneId zone) {
            return switch (raw) {
                case null -> "";
                case Instant at -> Format.local(at, zone);
                case List<?> people ->
                    people.stream()
                            .map(person -> person instanceof Ref ref ? ref.name() : String.valueOf(person))
                            .collect(Collectors.joining(", "));
                case Report.Someone who -> who.name();
                default -> raw.toString();
            };
        }
    }

    private FactLines() {}

    /** Whether a fact is a time, which is typed in the author's zone. */
    static boolean isTime(String key) {
        return TIMES.contains(key);
    }

    /** All of them, for the author. */
    static List<Line> all(Facts facts, Impact impact, Clockface clock) {
        var words = say(FactWords.class);
        Function<Instant, String> exact = clock::stamp;
        var lines = new ArrayList<Line>();
        lines.add(line("triggeredAt", words.triggered(), facts.triggeredAt(), exact, clock));
        lines.add(line("detectedBy", words.detectedBy(), facts.detectedBy(), text -> text, clock));
        lines.add(line("acknowledgedAt", words.acknowledged(), facts.acknowledgedAt(), exact, clock));
        lines.add(line("resolvedAt", words.resolved(), facts.resolvedAt(), exact, clock));
        lines.add(line("", words.duration(), facts.duration(), Clockface::length, clock));
        lines.add(line("", words.timeToAcknowledgeMta(), facts.timeToAcknowledge(), Clockface::length, clock));
        lines.add(line("", words.timeToResolveMtr(), facts.timeToResolve(), Clockface::length, clock));
        lines.add(line("", words.impact(), impact.total(), Clockface::length, clock));
        lines.add(line("", words.undetected(), impact.undetected(), Clockface::length, clock));
        lines.add(line("pages", words.pagesSent(), facts.pages(), String::valueOf, clock));
        lines.add(line("peoplePaged", words.peoplePaged(), facts.peoplePaged(), FactLines::names, clock));
        lines.add(line("escalations", words.escalations(), facts.escalations(), String::valueOf, clock));
        lines.add(line(
                "acknowledgedBy",
                words.acknowledgedBy(),
                facts.acknowledgedBy(),
                who -> words.by(who.name(), channel(who.channel())),
                clock));
        lines.add(line("resolvedBy", words.resolvedBy(), facts.resolvedBy(), Report.Someone::name, clock));
        lines.add(line("", words.probeGraph(), facts.probe(), FactLines::seen, clock));
        return lines;
    }

    private static <T> Line line(String key, String label, Fact<T> fact, Function<T, String> words, Clockface clock) {
        if (fact == null) return new Line(key, label, "—", "not-applicable", "", "", null);
        var value = switch (fact.state()) {
            case "recorded" -> words.apply(fact.value());
            case "pending" -> say(FactWords.class).notYetKnown();
            case "invalid" -> fact.note() == null ? say(FactWords.class).contradictsItself() : fact.note();
            default -> fact.note() == null ? say(FactWords.class).didNotHappen() : fact.note();
        };
        return new Line(
                key,
                label,
                value,
                fact.state(),
                fact.source(),
                corrected(fact.correction(), words, clock),
                fact.value());
    }

    private static <T> String corrected(Report.Corrected<T> mark, Function<T, String> words, Clockface clock) {
        if (mark == null) return "";
        var at = clock.absolute(mark.at());
        return mark.was() == null
                ? say(FactWords.class).correctedWasNotRecorded(mark.by().name(), at, mark.reason())
                : say(FactWords.class)
                        .correctedWas(words.apply(mark.was()), mark.by().name(), at, mark.reason());
    }

    private static String seen(Curve curve) {
        var failed = curve.failed().stream().mapToInt(n -> n).sum();
        var probes = curve.probes().stream().mapToInt(n -> n).sum();
        var length = Clockface.length(
                Duration.ofMillis(curve.step().toMillis() * curve.probes().size()));
        return say(FactWords.class).ofProbesFailedIn(curve.check(), failed, probes, length);
    }

    private static String names(List<Ref> people) {
        return people.isEmpty()
                ? say(FactWords.class).nobody()
                : people.stream().map(Ref::name).collect(Collectors.joining(", "));
    }

    private static String channel(String channel) {
        return channel == null ? "" : say(FactWords.class).through(channel);
    }
}
