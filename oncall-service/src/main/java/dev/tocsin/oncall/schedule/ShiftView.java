package dev.tocsin.oncall.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.tocsin.oncall.people.Membership;

/** One shift; null person and name: nobody is on call. {@code layer} is the name of the layer that rules, if one does. */
record ShiftView(UUID personId, String name, Instant start, Instant end, String layer, boolean override) {

    static List<ShiftView> of(List<Shift> shifts, Membership membership) {
        var ids = shifts.stream()
                .map(shift -> shift.cover().who().orElse(null))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var names = membership.names(ids);
        return shifts.stream().map(shift -> of(shift, names)).toList();
    }

    private static ShiftView of(Shift shift, Map<UUID, String> names) {
        Optional<UUID> who = shift.cover().who();
        return new ShiftView(
                who.orElse(null),
                who.map(names::get).orElse(null),
                shift.start(),
                shift.end(),
                shift.cover() instanceof Cover.ByLayer layer ? layer.name() : null,
                shift.cover() instanceof Cover.ByOverride);
    }
}
