package dev.tocsin.oncall.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** The instant of a wall time, also of one that the clocks skip or show twice. Pure. */
public final class WallTime {
    private WallTime() {}

    /** When something begins: the first of two; the first instant after a gap. */
    public static Instant begin(LocalDateTime wall, ZoneId zone) {
        var change = zone.getRules().getTransition(wall);
        return change != null && change.isGap()
                ? change.getInstant()
                : wall.atZone(zone).toInstant();
    }

    /** When something ends: the last of two, so that two rules overlap there and leave no hole. */
    public static Instant end(LocalDateTime wall, ZoneId zone) {
        var change = zone.getRules().getTransition(wall);
        return change != null && change.isGap()
                ? change.getInstant()
                : wall.atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }

    /**
     * When a turn of whole days begins: as {@link #begin}, but when the calendar skips the day itself, as Apia's did on
     * 30 December 2011, the time is taken on the next day: the turn that would have begun then has no length, and
     * nobody hands off twice.
     */
    static Instant handoff(LocalDateTime wall, ZoneId zone) {
        var change = zone.getRules().getTransition(wall);
        var wholeDay = change != null && change.isGap() && change.getDuration().toDays() >= 1;
        return wholeDay ? wall.plus(change.getDuration()).atZone(zone).toInstant() : begin(wall, zone);
    }
}
