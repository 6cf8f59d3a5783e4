package dev.tocsin.postmortem.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import dev.tocsin.postmortem.facts.IncidentDocument.Entry;
import dev.tocsin.postmortem.facts.IncidentDocument.Page;

/** Computes {@link Facts} from an incident document. */
public final class Measurement {
    private static final String INCIDENT = "the incident's record";
    private static final String PAGES = "the pages of the incident";
    /** Lines that matter to a machine; a reader is told of the page and the answer, not of each hand-over between. */
    private static final Set<String> NOISE =
            Set.of("signal", "page-accepted", "page-sent", "page-delivered", "step-skipped", "replied", "noticed");

    private final IncidentDocument document;
    private final IncidentDocument.Incident incident;
    private final boolean over;

    private Measurement(IncidentDocument document) {
        this.document = document;
        this.incident = document.incident();
        this.over = incident.resolvedAt() != null;
    }

    /** The facts of a document without {@linkplain IncidentDocument#faults() faults}. */
    public static Facts of(IncidentDocument document) {
        return new Measurement(document).facts();
    }

    private Facts facts() {
        var paging = paging();
        return new Facts(
                Fact.recorded(incident.triggeredAt(), INCIDENT),
                milestone(incident.acknowledgedAt(), "acknowledged"),
                milestone(incident.resolvedAt(), "resolved"),
                span(incident.resolvedAt(), "resolved", "triggered to resolved"),
                span(incident.acknowledgedAt(), "acknowledged", "triggered to acknowledged"),
                span(incident.resolvedAt(), "resolved", "triggered to resolved"),
                fromPages(paging.size()),
                fromPages(people(paging)),
                fromPages((int) paging.stream()
                        .filter(Facts.Paged::escalation)
                        .map(p -> p.cycle() + "/" + p.step())
                        .distinct()
                        .count()),
                known(incident.acknowledgedBy()),
                known(incident.resolvedBy()),
                paging,
                timeline());
    }

    private Fact<Instant> milestone(Instant at, String name) {
        if (at == null) return missing(INCIDENT);
        return at.isBefore(incident.triggeredAt())
                ? Fact.invalid(INCIDENT, name + " at " + at + ", before it was triggered at " + incident.triggeredAt())
                : Fact.recorded(at, INCIDENT);
    }

    private Fact<Duration> span(Instant end, String name, String source) {
        if (end == null) return missing(source);
        return end.isBefore(incident.triggeredAt())
                ? Fact.invalid(source, name + " before it was triggered")
                : Fact.recorded(Duration.between(incident.triggeredAt(), end), source);
    }

    private <T> Fact<T> known(T value) {
        return value == null ? missing(INCIDENT) : Fact.recorded(value, INCIDENT);
    }

    /** What an open incident may still bring, a closed one never will. */
    private <T> Fact<T> missing(String source) {
        return over ? Fact.notApplicable(source) : Fact.pending(source);
    }

    /** A document that says nothing of pages does not say there were none. */
    private <T> Fact<T> fromPages(T value) {
        return document.pages() == null ? Fact.notApplicable(PAGES) : Fact.recorded(value, PAGES);
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

    private List<Facts.Measured> timeline() {
        return Optional.ofNullable(document.timeline()).orElse(List.of()).stream()
                .filter(e -> e.at() != null && e.kind() != null)
                .sorted(Comparator.comparing(Entry::at).thenComparingLong(Entry::seq))
                .map(e -> new Facts.Measured(e.seq(), e.at(), e.kind(), textOf(e), e.person(), e.channel(), isNoise(e)))
                .toList();
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
