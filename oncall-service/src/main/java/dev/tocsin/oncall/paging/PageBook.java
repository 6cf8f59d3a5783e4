package dev.tocsin.oncall.paging;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Ref;
import dev.tocsin.oncall.Urgency;
import dev.tocsin.oncall.incident.Pages;
import dev.tocsin.oncall.people.Addresses;
import dev.tocsin.oncall.people.Directory;

/** Writes pages down, each person's by their own rules, and shows them. */
@ApplicationScoped
@Transactional
class PageBook implements Pages {
    private final PageRepository pages;
    private final Attempts attempts;
    private final Directory directory;
    private final Restraint restraint;
    private final PagingConfig config;

    PageBook(PageRepository pages, Attempts attempts, Directory directory, Restraint restraint, PagingConfig config) {
        this.pages = pages;
        this.attempts = attempts;
        this.directory = directory;
        this.restraint = restraint;
        this.config = config;
    }

    @Override
    public boolean canReach(UUID personId, Urgency urgency) {
        return !directory.planFor(personId, urgency).rules().isEmpty();
    }

    @Override
    public void write(Step step) {
        boolean opening =
                step.cycle() == 1 && step.step() == 1 && step.occasion().isEmpty();
        for (var person : step.people()) {
            var plan = directory.planFor(person, step.urgency());
            var used = new HashSet<UUID>();
            for (var rule : plan.rules()) {
                var turn = used.add(rule.method().id()) ? "page" : "again after " + rule.delay();
                var purpose = step.occasion() + turn;
                var page = Page.due(step, plan.person(), rule, purpose, config.stale());
                if (opening) restraint.born(page, step.at());
                pages.persist(page);
            }
        }
    }

    @Override
    public int cancel(UUID incidentId) {
        pages.flush();
        return pages.cancelUnsent(incidentId);
    }

    @Override
    public int cancel(UUID incidentId, UUID personId) {
        pages.flush();
        return pages.cancelUnsent(incidentId, personId);
    }

    @Override
    public Map<UUID, List<Ref>> told(Collection<UUID> incidentIds) {
        if (incidentIds.isEmpty()) return Map.of();
        return pages.toldNow(incidentIds).stream()
                .collect(Collectors.groupingBy(
                        row -> (UUID) row[0],
                        Collectors.mapping(row -> new Ref((UUID) row[1], (String) row[2]), Collectors.toList())));
    }

    @Override
    public List<PageView> of(UUID incidentId) {
        var found = pages.of(incidentId);
        var tries = attempts.of(found.stream().map(page -> page.id).toList()).stream()
                .collect(Collectors.groupingBy(attempt -> attempt.pageId));
        var reports = attempts.reportsOf(incidentId);
        var bundles = pages.numbersOf(found.stream()
                .map(page -> page.bundledInto)
                .filter(Objects::nonNull)
                .toList());
        return found.stream()
                .map(page -> view(
                        page,
                        tries.getOrDefault(page.id, List.of()),
                        reports,
                        page.bundledInto == null ? null : bundles.get(page.bundledInto)))
                .toList();
    }

    private static PageView view(
            Page page, List<PageAttempt> tries, Map<UUID, List<ReportView>> reports, Long bundledWith) {
        return new PageView(
                page.id,
                new Ref(page.personId, page.person),
                page.step,
                page.cycle,
                page.kind.wire(),
                Addresses.masked(page.kind, page.address),
                page.state.wire(),
                page.dueAt,
                page.sentAt,
                page.deliveredAt,
                page.state == PageState.DUE ? page.heldSince : null,
                bundledWith,
                tries.stream()
                        .map(attempt -> new AttemptView(
                                attempt.n,
                                attempt.at,
                                attempt.outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                attempt.providerId,
                                attempt.status,
                                attempt.errorCode,
                                attempt.error,
                                attempt.possibleDuplicate,
                                reports.getOrDefault(attempt.id, List.of())))
                        .toList());
    }
}
