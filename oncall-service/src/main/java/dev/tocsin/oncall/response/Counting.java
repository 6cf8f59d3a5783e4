package dev.tocsin.oncall.response;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import dev.tocsin.oncall.incident.Severity;

/** Counts what is read of the packs into stretches of time or into groups, whatever a question asks for. Pure. */
final class Counting implements Consumer<DayPack.Cursor> {
    enum Dimension {
        TEAM,
        SERVICE,
        PERSON,
        SEVERITY
    }

    /** A group's figures, and the same of the stretch before. */
    record Pair(Tally now, Tally before) {
        Pair() {
            this(new Tally(), new Tally());
        }

        private Tally of(boolean current) {
            return current ? now : before;
        }
    }

    private static final int ANY = -1;
    private static final int NOWHERE = -2;

    private final Asked asked;
    private final Dimension dimension;
    private final long from;
    private final long[] starts;
    private final Tally[] spans;
    private final Pair total = new Pair();
    private final Map<UUID, Pair> byId = new HashMap<>();
    private final Pair[] bySeverity = new Pair[Severity.values().length];

    private DayPack.Cursor seen;
    private int team;
    private int service;
    private int person;
    private Pair[] groups;

    private Counting(Asked asked, Dimension dimension, List<Instant> starts) {
        this.asked = asked;
        this.dimension = dimension;
        this.from = asked.from().toEpochMilli();
        this.starts = starts.stream().mapToLong(Instant::toEpochMilli).toArray();
        this.spans = starts.stream().map(_ -> new Tally()).toArray(Tally[]::new);
    }

    /** Into stretches that begin at these instants, the first of which may lie before the question's own start. */
    static Counting over(Asked asked, List<Instant> starts) {
        return new Counting(asked, null, starts);
    }

    static Counting by(Dimension dimension, Asked asked) {
        return new Counting(asked, dimension, List.of());
    }

    Pair total() {
        return total;
    }

    List<Tally> spans() {
        return List.of(spans);
    }

    /** Groups by team, service or person. */
    Map<UUID, Pair> byId() {
        return byId;
    }

    Map<Severity, Pair> bySeverity() {
        var known = new HashMap<Severity, Pair>();
        for (var severity : Severity.values()) {
            var pair = bySeverity[severity.ordinal()];
            if (pair != null) known.put(severity, pair);
        }
        return known;
    }

    @Override
    public void accept(DayPack.Cursor one) {
        if (one != seen) open(one);
        if (service != ANY && one.service != service || team != ANY && one.team != team) return;
        if (asked.severity().isPresent() && one.severity() != asked.severity().get()) return;
        boolean current = one.triggered >= from;
        if (asked.person().isEmpty() && dimension != Dimension.PERSON) {
            total.of(current).incident(one);
            if (dimension != null) group(one, -1).of(current).incident(one);
            else if (current) span(one).incident(one);
            return;
        }
        for (int share = 0; share < one.shares; share++) {
            if (person != ANY && one.person[share] != person) continue;
            total.of(current).share(one, share);
            if (dimension != null) group(one, share).of(current).share(one, share);
            else if (current) span(one).share(one, share);
        }
    }

    /** Ids are looked up once a pack. */
    private void open(DayPack.Cursor pack) {
        seen = pack;
        team = asked.team().map(id -> place(pack, id)).orElse(ANY);
        service = asked.service().map(id -> place(pack, id)).orElse(ANY);
        person = asked.person().map(id -> place(pack, id)).orElse(ANY);
        groups = new Pair[pack.ids().length];
    }

    private static int place(DayPack.Cursor pack, UUID id) {
        int place = Arrays.asList(pack.ids()).indexOf(id);
        return place < 0 ? NOWHERE : place;
    }

    private Tally span(DayPack.Cursor one) {
        int found = Arrays.binarySearch(starts, one.triggered);
        return spans[found >= 0 ? found : -found - 2];
    }

    private Pair group(DayPack.Cursor one, int share) {
        return switch (dimension) {
            case TEAM -> group(one.team);
            case SERVICE -> group(one.service);
            case PERSON -> group(one.person[share]);
            case SEVERITY -> {
                int severity = one.severity().ordinal();
                if (bySeverity[severity] == null) bySeverity[severity] = new Pair();
                yield bySeverity[severity];
            }
        };
    }

    private Pair group(int id) {
        if (groups[id] == null) groups[id] = byId.computeIfAbsent(seen.ids()[id], _ -> new Pair());
        return groups[id];
    }
}
