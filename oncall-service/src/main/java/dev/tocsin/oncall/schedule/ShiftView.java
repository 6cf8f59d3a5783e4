package dev.tocsin.oncall.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.tocsin.oncall.people.Membership;

/**
 * One shift. {@code personId} and {@code name} are of the first of {@code people}; null when nobody is on call.
 * {@code layer} is the name of the layer that rules, if one does.
 */
record ShiftView(
        UUID personId,
        String name,
        Instant start,
        Instant end,
        String layer,
        boolean override,
        boolean temporary,
        List<PersonView> people) {

    /** One of the people of a shift, and what put them there. */
    record PersonView(UUID id, String name, OnCall.Because because, String layer) {}

    static List<ShiftView> of(List<Shift> shifts, Membership membership) {
        var ids = shifts.stream()
                .flatMap(shift -> shift.cover().people().stream())
                .collect(Collectors.toSet());
        var names = membership.names(ids);
        return shifts.stream().map(shift -> of(shift, names)).toList();
    }

    private static ShiftView of(Shift shift, Map<UUID, String> names) {
        var people = shift.cover().duties().stream()
                .map(duty -> OnCall.OnDuty.of(duty, null))
                .map(on -> new PersonView(
                        on.person(),
                        names.get(on.person()),
                        on.because(),
                        on.layer().isEmpty() ? null : on.layer()))
                .toList();
        return new ShiftView(
                people.isEmpty() ? null : people.getFirst().id(),
                people.isEmpty() ? null : people.getFirst().name(),
                shift.start(),
                shift.end(),
                people.stream()
                        .map(PersonView::layer)
                        .filter(layer -> layer != null)
                        .findFirst()
                        .orElse(null),
                people.stream().anyMatch(person -> person.because() == OnCall.Because.OVERRIDE),
                people.stream().anyMatch(person -> person.because() == OnCall.Because.TEMPORARY),
                people);
    }
}
