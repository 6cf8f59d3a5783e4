package dev.tocsin.oncall.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One person's time on call for one reason, from {@code start} until just before {@code end}: what stands in a calendar.
 * It goes on when somebody else joins or leaves.
 */
record Spell(Duty duty, Instant start, Instant end) {

    /** The spells of shifts that touch, by start. */
    static List<Spell> of(List<Shift> shifts) {
        var spells = new ArrayList<Spell>();
        Map<Duty, Instant> open = new LinkedHashMap<>();
        for (var shift : shifts) {
            var duties = shift.cover().duties();
            open.entrySet().removeIf(begun -> {
                if (duties.contains(begun.getKey())) return false;
                spells.add(new Spell(begun.getKey(), begun.getValue(), shift.start()));
                return true;
            });
            for (var duty : duties) open.putIfAbsent(duty, shift.start());
        }
        open.forEach((duty, start) ->
                spells.add(new Spell(duty, start, shifts.getLast().end())));
        spells.sort(Comparator.comparing(Spell::start).thenComparing(Spell::end));
        return List.copyOf(spells);
    }
}
