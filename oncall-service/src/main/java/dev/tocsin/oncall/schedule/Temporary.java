package dev.tocsin.oncall.schedule;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A temporary schedule: from {@code start} until just before {@code end} only its own shifts count. */
record Temporary(UUID id, String name, Instant start, Instant end, List<Fixed> shifts) {

    /** Somebody is on call from {@code start} until just before {@code end}. */
    record Fixed(UUID person, Instant start, Instant end) {
        private boolean holds(Instant when) {
            return !when.isBefore(start) && when.isBefore(end);
        }
    }

    Temporary {
        shifts = List.copyOf(shifts);
    }

    boolean holds(Instant when) {
        return !when.isBefore(start) && when.isBefore(end);
    }

    Cover at(Instant when) {
        var people = new LinkedHashMap<UUID, Duty>();
        for (var shift : shifts) {
            if (shift.holds(when))
                people.putIfAbsent(
                        shift.person(), new Duty(shift.person(), new Duty.Reason.ByTemporary(id, shift.start())));
        }
        return new Cover(List.copyOf(people.values()));
    }

    Stream<Instant> bounds() {
        return Stream.concat(
                Stream.of(start, end), shifts.stream().flatMap(shift -> Stream.of(shift.start(), shift.end())));
    }
}
