package dev.tocsin.oncall.response;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.tocsin.oncall.incident.Severity;

/** Counts incidents of one stretch of time: all that a narrowing lets through, and by group where it asks for groups. Pure. */
final class Counts {
    private static final int ANY = -1;
    private static final int NOWHERE = -2;

    private final Narrowing narrowing;
    private final Tally total = new Tally();
    private final Map<UUID, Tally> byId = new HashMap<>();
    private final Map<Severity, Tally> bySeverity = new HashMap<>();

    private DayPack.Cursor seen;
    private int team;
    private int service;
    private int person;
    private Tally[] groups;

    Counts(Narrowing narrowing) {
        this.narrowing = narrowing;
    }

    Tally total() {
        return total;
    }

    /** Groups by team, service or person. */
    Map<UUID, Tally> byId() {
        return byId;
    }

    Map<Severity, Tally> bySeverity() {
        return bySeverity;
    }

    void add(DayPack.Cursor one) {
        if (one != seen) open(one);
        if (service != ANY && one.service != service || team != ANY && one.team != team) return;
        if (narrowing.severity().isPresent()
                && one.severity() != narrowing.severity().get()) return;
        var dimension = narrowing.by();
        if (narrowing.person().isEmpty() && !dimension.equals(Optional.of(Dimension.PERSON))) {
            total.incident(one);
            if (dimension.isPresent()) group(dimension.get(), one, -1).incident(one);
            return;
        }
        for (int share = 0; share < one.shares; share++) {
            if (person != ANY && one.person[share] != person) continue;
            total.share(one, share);
            if (dimension.isPresent()) group(dimension.get(), one, share).share(one, share);
        }
    }

    void add(Counts other) {
        total.add(other.total);
        other.byId.forEach(
                (id, tally) -> byId.computeIfAbsent(id, _ -> new Tally()).add(tally));
        other.bySeverity.forEach((severity, tally) ->
                bySeverity.computeIfAbsent(severity, _ -> new Tally()).add(tally));
    }

    /** Makes them quick to add to others; nothing is added to them afterwards. */
    Counts settled() {
        total.sort();
        byId.values().forEach(Tally::sort);
        bySeverity.values().forEach(Tally::sort);
        seen = null;
        groups = null;
        return this;
    }

    /** About what they take, in bytes. */
    int weight() {
        return total.weight()
                + byId.values().stream().mapToInt(Tally::weight).sum()
                + bySeverity.values().stream().mapToInt(Tally::weight).sum();
    }

    /** Ids are looked up once a pack. */
    private void open(DayPack.Cursor pack) {
        seen = pack;
        team = narrowing.team().map(id -> place(pack, id)).orElse(ANY);
        service = narrowing.service().map(id -> place(pack, id)).orElse(ANY);
        person = narrowing.person().map(id -> place(pack, id)).orElse(ANY);
        groups = new Tally[pack.ids().length];
    }

    private static int place(DayPack.Cursor pack, UUID id) {
        int place = Arrays.asList(pack.ids()).indexOf(id);
        return place < 0 ? NOWHERE : place;
    }

    private Tally group(Dimension dimension, DayPack.Cursor one, int share) {
        return switch (dimension) {
            case TEAM -> group(one.team);
            case SERVICE -> group(one.service);
            case PERSON -> group(one.person[share]);
            case SEVERITY -> bySeverity.computeIfAbsent(one.severity(), _ -> new Tally());
        };
    }

    private Tally group(int id) {
        if (groups[id] == null) groups[id] = byId.computeIfAbsent(seen.ids()[id], _ -> new Tally());
        return groups[id];
    }
}
