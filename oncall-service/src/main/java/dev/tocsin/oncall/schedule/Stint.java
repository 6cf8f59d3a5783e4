package dev.tocsin.oncall.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An override: from {@code start} until just before {@code end} somebody else is on call than the layers say.
 *
 * @param person who comes, or for {@link Kind#REMOVE} who goes
 * @param replaces whose place {@code person} takes; null: of whoever is on call, and of nobody
 */
record Stint(UUID override, Kind kind, UUID person, UUID replaces, Instant start, Instant end) {

    /** What an override does to those on call. */
    enum Kind {
        @JsonProperty("replace")
        REPLACE,
        @JsonProperty("remove")
        REMOVE,
        @JsonProperty("add")
        ADD
    }

    boolean holds(Instant when) {
        return !when.isBefore(start) && when.isBefore(end);
    }

    /** Whether both cannot hold: they meet in time, and concern the same person or leave open which one came first. */
    boolean clashes(Stint other) {
        if (!start.isBefore(other.end) || !other.start.isBefore(end)) return false;
        if (replacesAnyone() && other.kind != Kind.ADD || other.replacesAnyone() && kind != Kind.ADD) return true;
        return concerns(other.person) || other.replaces != null && concerns(other.replaces);
    }

    /** Those on call after this override; removing or replacing somebody who is not on call changes nothing. */
    Cover on(Cover before) {
        var mine = Duty.byOverride(person, override);
        var after = new ArrayList<Duty>();
        for (var duty : before.duties()) {
            if (kind == Kind.REPLACE && duty.person().equals(replaces)) after.add(mine);
            else if (!(replacesAnyone() || kind == Kind.REMOVE && duty.person().equals(person))) after.add(duty);
        }
        if (replacesAnyone() || kind == Kind.ADD) after.add(mine);
        return new Cover(eachOnce(after));
    }

    private static List<Duty> eachOnce(List<Duty> duties) {
        var people = new ArrayList<UUID>();
        return duties.stream()
                .filter(duty -> !people.contains(duty.person()) && people.add(duty.person()))
                .toList();
    }

    private boolean replacesAnyone() {
        return kind == Kind.REPLACE && replaces == null;
    }

    private boolean concerns(UUID somebody) {
        return somebody.equals(person) || somebody.equals(replaces);
    }
}
