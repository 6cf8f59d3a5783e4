package dev.tocsin.postmortem.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import dev.tocsin.postmortem.facts.IncidentDocument.Acknowledger;
import dev.tocsin.postmortem.facts.IncidentDocument.Entry;
import dev.tocsin.postmortem.facts.IncidentDocument.Page;
import dev.tocsin.postmortem.facts.IncidentDocument.Resolver;

/**
 * Computes {@link Facts} from an incident document and what people have corrected in it. Always from scratch: a
 * duration follows from its times, corrected or not.
 */
public final class Measurement {
    private static final String INCIDENT = "the incident's record";
    private static final String PAGES = "the pages of the incident";
    private static final String CHECK = "the check's history";
    /** Lines that matter to a machine; a reader is told of the page and the answer, not of each hand-over between. */
    private static final Set<String> NOISE =
            Set.of("signal", "page-accepted", "page-sent", "page-delivered", "step-skipped", "replied", "noticed");

    /** The three times from which all else is computed; each may be null. */
    private record Milestones(Instant triggered, Instant acknowledged, Instant resolved) {}

    private final IncidentDocument document;
    private final IncidentDocument.Incident incident;
    private final Map<Correctable, Correction> corrections = new EnumMap<>(Correctable.class);
    private final Milestones measured;
    private final Milestones right;

    private Measurement(IncidentDocument document, List<Correction> corrections) {
        this.document = document;
        this.incident = document.incident();
        corrections.forEach(c -> this.corrections.put(c.fact(), c));
        this.corrections.values().removeIf(c -> c.value().isEmpty());
        this.measured = new Milestones(incident.triggeredAt(), incident.acknowledgedAt(), incident.resolvedAt());
        this.right = new Milestones(
                corrected(Correctable.TRIGGERED_AT, measured.triggered),
                corrected(Correctable.ACKNOWLEDGED_AT, measured.acknowledged),
                corrected(Correctable.RESOLVED_AT, measured.resolved));
    }

    /** The facts of a document without {@linkplain IncidentDocument#faults() faults}. */
    public static Facts of(IncidentDocument document) {
        return of(document, List.of());
    }

    /** The same, with what people have corrected, oldest correction first. */
    public static Facts of(IncidentDocument document, List<Correction> corrections) {
        return new Measurement(document, corrections).facts();
    }

    private Facts facts() {
        var paging = paging();
        var escalations = (int) paging.stream()
                .filter(Facts.Paged::escalation)
                .map(p -> p.cycle() + "/" + p.step())
                .distinct()
                .count();
        return new Facts(
                time(Correctable.TRIGGERED_AT, m -> Fact.recorded(m.triggered, INCIDENT)),
                time(Correctable.ACKNOWLEDGED_AT, m -> milestone(m, m.acknowledged, "acknowledged")),
                time(Correctable.RESOLVED_AT, m -> milestone(m, m.resolved, "resolved")),
                span(Correctable.RESOLVED_AT, Milestones::resolved, "resolved"),
                span(Correctable.ACKNOWLEDGED_AT, Milestones::acknowledged, "acknowledged"),
                span(Correctable.RESOLVED_AT, Milestones::resolved, "resolved"),
                said(Correctable.PAGES, fromPages(paging.size()), Integer::valueOf),
                said(Correctable.PEOPLE_PAGED, fromPages(people(paging)), Measurement::people),
                said(Correctable.ESCALATIONS, fromPages(escalations), Integer::valueOf),
                said(
                        Correctable.ACKNOWLEDGED_BY,
                        known(incident.acknowledgedBy()),
                        name -> new Acknowledger(null, name, null)),
                said(Correctable.RESOLVED_BY, known(incident.resolvedBy()), name -> new Resolver(null, name, "person")),
                said(Correctable.DETECTED_BY, detectedBy(), Function.identity()),
                probe(),
                paging,
                timeline());
    }

    private Fact<Instant> time(Correctable which, Function<Milestones, Fact<Instant>> read) {
        var correction = corrections.get(which);
        return correction == null ? read.apply(right) : read.apply(right).corrected(read.apply(measured), correction);
    }

    private static Fact<Instant> milestone(Milestones times, Instant at, String name) {
        if (at == null) return missing(times, INCIDENT);
        return at.isBefore(times.triggered)
                ? Fact.invalid(INCIDENT, name + " at " + at + ", before it was triggered at " + times.triggered)
                : Fact.recorded(at, INCIDENT);
    }

    /** From the trigger to a milestone; as corrected as either of the two. */
    private Fact<Duration> span(Correctable end, Function<Milestones, Instant> read, String name) {
        var computed = span(right, read.apply(right), name);
        return Stream.of(Correctable.TRIGGERED_AT, end)
                .flatMap(which -> Optional.ofNullable(corrections.get(which)).stream())
                .max(Comparator.comparing(Correction::at))
                .map(last -> computed.corrected(span(measured, read.apply(measured), name), last))
                .orElse(computed);
    }

    private static Fact<Duration> span(Milestones times, Instant end, String name) {
        var source = "triggered to " + name;
        if (end == null) return missing(times, source);
        return end.isBefore(times.triggered)
                ? Fact.invalid(source, name + " before it was triggered")
                : Fact.recorded(Duration.between(times.triggered, end), source);
    }

    private <T> Fact<T> known(T value) {
        return value == null ? missing(right, INCIDENT) : Fact.recorded(value, INCIDENT);
    }

    /** What an open incident may still bring, a closed one never will. */
    private static <T> Fact<T> missing(Milestones times, String source) {
        return times.resolved == null ? Fact.pending(source) : Fact.notApplicable(source);
    }

    /** A document that says nothing of pages does not say there were none. */
    private <T> Fact<T> fromPages(T value) {
        return document.pages() == null ? Fact.notApplicable(PAGES) : Fact.recorded(value, PAGES);
    }

    private <T> Fact<T> said(Correctable which, Fact<T> fact, Function<String, T> read) {
        var correction = corrections.get(which);
        if (correction == null) return fact;
        return Fact.recorded(read.apply(correction.value().orElseThrow()), fact.source())
                .corrected(fact, correction);
    }

    private Instant corrected(Correctable which, Instant measured) {
        var correction = corrections.get(which);
        return correction == null ? measured : Instant.parse(correction.value().orElseThrow());
    }

    private Fact<String> detectedBy() {
        var tool = Stream.of(incident.client(), incident.source())
                .filter(name -> name != null && !name.isBlank())
                .distinct()
                .toList();
        if (incident.checkId() != null)
            return Fact.recorded(
                    "a monitoring alert" + (tool.isEmpty() ? "" : " (" + String.join(", ", tool) + ")"), INCIDENT);
        if (!tool.isEmpty()) return Fact.recorded("an alert from " + String.join(", ", tool), INCIDENT);
        return lines().filter(line -> line.kind().equals("triggered") && line.person() != null)
                .findFirst()
                .map(line -> Fact.recorded(line.person().name() + ", by hand", INCIDENT))
                .orElseGet(() -> Fact.notApplicable(INCIDENT));
    }

    private Fact<Curve> probe() {
        if (document.probe() != null) return Fact.recorded(document.probe(), CHECK);
        return incident.checkId() == null
                ? Fact.notApplicable(CHECK, "no check of Tocsin's found it")
                : Fact.pending(CHECK);
    }

    private List<Facts.Paged> paging() {
        return Optional.ofNullable(document.pages()).orElse(List.of()).stream()
                .filter(p -> p.sentAt() != null && p.person() != null)
                .sorted(Comparator.comparing(Page::sentAt))
                .map(p -> new Facts.Paged(p.person(), p.sentAt(), p.step(), p.cycle(), p.method(), p.deliveredAt()))
                .toList();
    }

    private static List<Ref> people(List<Facts.Paged> paging) {
        var people = new LinkedHashMap<UUID, Ref>();
        paging.forEach(p -> people.putIfAbsent(p.person().id(), p.person()));
        return List.copyOf(people.values());
    }

    private static List<Ref> people(String names) {
        return Correctable.names(names).stream()
                .map(name -> new Ref(null, name))
                .toList();
    }

    private Stream<Entry> lines() {
        return Optional.ofNullable(document.timeline()).orElse(List.of()).stream()
                .filter(e -> e.at() != null && e.kind() != null);
    }

    private List<Facts.Measured> timeline() {
        var lines = new ArrayList<>(lines().map(this::line).toList());
        move(lines, Correctable.TRIGGERED_AT, "triggered", Facts.Measured::seq);
        move(lines, Correctable.ACKNOWLEDGED_AT, "acknowledged", Facts.Measured::seq);
        move(lines, Correctable.RESOLVED_AT, "resolved", m -> -m.seq());
        lines.sort(Comparator.comparing(Facts.Measured::at).thenComparingLong(Facts.Measured::seq));
        return List.copyOf(lines);
    }

    private Facts.Measured line(Entry e) {
        return new Facts.Measured(e.seq(), e.at(), e.kind(), textOf(e), e.person(), e.channel(), isNoise(e), null);
    }

    /** The line that tells of a corrected time stands where that time is: the first trigger, the last resolution. */
    private void move(
            List<Facts.Measured> lines, Correctable which, String kind, ToLongFunction<Facts.Measured> order) {
        var correction = corrections.get(which);
        if (correction == null) return;
        lines.stream()
                .filter(line -> line.kind().equals(kind))
                .min(Comparator.comparingLong(order))
                .ifPresent(line -> {
                    var was = new Fact.Corrected<>(
                            line.at(), Fact.State.RECORDED, correction.reason(), correction.by(), correction.at());
                    var right = Instant.parse(correction.value().orElseThrow());
                    lines.set(lines.indexOf(line), line.movedTo(right, was));
                });
    }

    private boolean isNoise(Entry entry) {
        // The first step is reached the moment the incident opens: its page tells the same.
        var firstStep = entry.kind().equals("escalated") && entry.at().equals(incident.triggeredAt());
        return firstStep || NOISE.contains(entry.kind());
    }

    private static String textOf(Entry entry) {
        return entry.text() == null || entry.text().isBlank() ? entry.kind() : entry.text();
    }
}
