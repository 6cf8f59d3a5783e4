package dev.tocsin.oncall.response;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Sql;
import dev.tocsin.oncall.response.Tally.Counted;

/** Answers questions for figures. */
@ApplicationScoped
@Transactional
class FigureReader {
    /** A stretch of time and its figures. */
    record Span(Instant start, Instant end, Counted figures) {}

    record Report(List<Span> spans, Span total, Span previous) {}

    /** A group: {@code key} is an id, or the word of a severity. */
    record Group(String key, String name, Counted figures, Counted previous) {}

    record Groups(List<Group> groups, Counted total, Counted previous) {}

    private final Packs packs;
    private final KnownDays days;
    private final EntityManager database;

    FigureReader(Packs packs, KnownDays days, EntityManager database) {
        this.packs = packs;
        this.days = days;
        this.database = database;
    }

    Report report(Asked asked, List<Instant> starts) {
        var counting = Counting.over(asked, starts, days);
        packs.each(asked.previousFrom(), asked.to(), counting);
        var spans = new ArrayList<Span>();
        var figures = counting.spans();
        for (int i = 0; i < starts.size(); i++) {
            var start = starts.get(i).isBefore(asked.from()) ? asked.from() : starts.get(i);
            var end = i + 1 < starts.size() ? starts.get(i + 1) : asked.to();
            spans.add(new Span(start, end, figures.get(i).counted()));
        }
        var total = counting.total();
        return new Report(
                spans,
                new Span(asked.from(), asked.to(), total.now().counted()),
                new Span(asked.previousFrom(), asked.from(), total.before().counted()));
    }

    /** Groups with the most incidents first. */
    Groups groups(Asked asked, Dimension dimension) {
        var counting = Counting.by(dimension, asked, days);
        packs.each(asked.previousFrom(), asked.to(), counting);
        var total = counting.total();
        return new Groups(
                dimension == Dimension.SEVERITY ? severities(counting) : named(dimension, counting.byId()),
                total.now().counted(),
                total.before().counted());
    }

    private static List<Group> severities(Counting counting) {
        var groups = new ArrayList<Group>();
        counting.bySeverity().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(group ->
                        groups.add(group(group.getKey().wire(), group.getKey().wire(), group.getValue())));
        return groups;
    }

    private List<Group> named(Dimension dimension, Map<UUID, Counting.Pair> found) {
        if (found.isEmpty()) return List.of();
        var names = new HashMap<UUID, String>();
        for (var row : Sql.list(
                database,
                Object[].class,
                "select id, name from %s where id in (?1)".formatted(table(dimension)),
                found.keySet())) {
            names.put((UUID) row[0], (String) row[1]);
        }
        return found.entrySet().stream()
                .map(group -> group(
                        group.getKey().toString(), names.getOrDefault(group.getKey(), "somebody"), group.getValue()))
                .sorted(Comparator.comparing((Group group) -> -group.figures().incidents())
                        .thenComparing(Group::name)
                        .thenComparing(Group::key))
                .toList();
    }

    private static String table(Dimension dimension) {
        return switch (dimension) {
            case TEAM -> "team";
            case SERVICE -> "service";
            case PERSON -> "person";
            case SEVERITY -> throw new IllegalArgumentException("severities have no table");
        };
    }

    private static Group group(String key, String name, Counting.Pair pair) {
        return new Group(key, name, pair.now().counted(), pair.before().counted());
    }
}
