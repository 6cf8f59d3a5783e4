package dev.tocsin.oncall.maintenance;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.SettingsMemory;
import dev.tocsin.oncall.Sql;

/** Answers for other rooms whether a service is being worked on, and remembers what that kept quiet. */
@ApplicationScoped
@Transactional
public class Maintenance {
    private static final int FEW = 10;

    private final MaintenanceWindows windows;
    private final SettingsMemory settings;

    Maintenance(MaintenanceWindows windows, SettingsMemory settings) {
        this.windows = windows;
        this.settings = settings;
    }

    private record Planned(UUID service) {}

    /** A window of a service that is going on, from {@code start} until {@code end}. */
    public record Quiet(UUID window, UUID service, String title, Instant start, Instant end) {}

    /** Something about a service's windows changed: what they keep quiet must be looked at anew. */
    public record Changed(UUID window) {}

    /** The window that keeps a service quiet now; of several the one that ends last. */
    public Optional<Quiet> of(UUID serviceId, Instant now) {
        boolean none =
                settings.ask(new Planned(serviceId), () -> windows.of(serviceId).isEmpty());
        if (none) return Optional.empty();
        return quiet(windows.of(serviceId), now).max(Comparator.comparing(Quiet::end));
    }

    /** When windows of a service begin later than {@code after}, the first few of each window. */
    public List<Instant> beginnings(UUID serviceId, Instant after) {
        return windows.of(serviceId).stream()
                .flatMap(window -> window.ahead(after, FEW).stream())
                .map(Recurrence.Occurrence::start)
                .filter(start -> start.isAfter(after))
                .toList();
    }

    /** Every service that is quiet now. */
    public Map<UUID, Quiet> now(Instant now) {
        return quiet(windows.begun(now), now)
                .collect(Collectors.toMap(
                        Quiet::service,
                        quiet -> quiet,
                        (one, other) -> one.end().isAfter(other.end()) ? one : other));
    }

    /** Notes that a window kept an incident quiet and cancelled so many of its pages; added up when told again. */
    public void suppressed(Quiet by, UUID incidentId, int pages, Instant at) {
        windows.getEntityManager()
                .createNativeQuery("insert into maintenance_suppression"
                        + " (window_id, occurrence_start, incident_id, at, pages) values (?1, ?2, ?3, ?4, ?5)"
                        + " on conflict (window_id, occurrence_start, incident_id)"
                        + " do update set pages = maintenance_suppression.pages + excluded.pages")
                .setParameter(1, by.window())
                .setParameter(2, by.start())
                .setParameter(3, incidentId)
                .setParameter(4, at)
                .setParameter(5, pages)
                .executeUpdate();
    }

    /** How many incidents and pages each of these windows kept quiet. */
    Map<UUID, Suppressed> suppressed(Collection<UUID> windowIds) {
        if (windowIds.isEmpty()) return Map.of();
        return Sql.list(
                        windows.getEntityManager(),
                        Object[].class,
                        "select window_id, count(distinct incident_id), coalesce(sum(pages), 0)"
                                + " from maintenance_suppression where window_id in (?1) group by window_id",
                        windowIds)
                .stream()
                .collect(Collectors.toMap(
                        row -> (UUID) row[0],
                        row -> new Suppressed(((Number) row[1]).longValue(), ((Number) row[2]).longValue())));
    }

    /** Counts of what was kept quiet: incidents nobody was paged for, and pages that were waiting and cancelled. */
    record Suppressed(long incidents, long pages) {
        static final Suppressed NONE = new Suppressed(0, 0);
    }

    private static Stream<Quiet> quiet(List<MaintenanceWindow> windows, Instant now) {
        return windows.stream()
                .flatMap(window -> window.at(now).stream()
                        .map(during ->
                                new Quiet(window.id, window.serviceId, window.title, during.start(), during.end())));
    }
}
