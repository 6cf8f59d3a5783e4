package dev.tocsin.dashboard.oncall;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import dev.tocsin.dashboard.oncall.SchedulesClient.Layer;
import dev.tocsin.dashboard.oncall.SchedulesClient.NewLayer;
import dev.tocsin.dashboard.oncall.SchedulesClient.Restriction;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Zones;

import static dev.tocsin.dashboard.web.Language.say;

/**
 * One layer as typed: its text stands in the form under {@code layers[index].…}, this says which rows it has. Pure.
 *
 * @param members ids as chosen, blanks too
 */
record LayerRow(
        String name,
        String every,
        String length,
        String firstHandoff,
        String start,
        String end,
        List<String> members,
        List<WindowRow> windows) {
    private static final int LONGEST = 52;
    private static final int LONGEST_HOURS = 168;

    /** One window in which the layer works, as typed. */
    record WindowRow(List<String> days, String from, String to) {
        static final WindowRow OFFICE =
                new WindowRow(List.of("monday", "tuesday", "wednesday", "thursday", "friday"), "09:00", "17:00");

        private Optional<Restriction> restriction() {
            var begin = time(from);
            var finish = time(to);
            return days.isEmpty() || begin.isEmpty() || finish.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Restriction(days, begin.get(), finish.get()));
        }

        private static Optional<LocalTime> time(String typed) {
            try {
                return typed.isBlank() ? Optional.empty() : Optional.of(LocalTime.parse(typed.strip()));
            } catch (DateTimeParseException typedOtherwise) {
                return Optional.empty();
            }
        }
    }

    static LayerRow weekly(String name, String firstHandoff) {
        return new LayerRow(name, "weekly", "1", firstHandoff, "", "", List.of("", ""), List.of());
    }

    static LayerRow of(Layer layer) {
        return new LayerRow(
                layer.name(),
                layer.every(),
                String.valueOf(layer.length()),
                layer.firstHandoff().toString(),
                text(layer.start()),
                text(layer.end()),
                layer.members().stream().map(member -> member.id().toString()).toList(),
                layer.restrictions().stream()
                        .map(window -> new WindowRow(
                                window.days(),
                                window.from().toString(),
                                window.to().toString()))
                        .toList());
    }

    /** The layer with this index of a posted form; empty when there is none. */
    static Optional<LayerRow> posted(Form form, int index) {
        var path = "layers[%d].".formatted(index);
        if (form.all(path + "every").isEmpty()) return Optional.empty();
        var members = new ArrayList<String>();
        while (!form.all(path + "members[%d]".formatted(members.size())).isEmpty())
            members.add(form.text(path + "members[%d]".formatted(members.size())));
        var windows = new ArrayList<WindowRow>();
        while (!form.all(path + "restrictions[%d].from".formatted(windows.size()))
                .isEmpty()) {
            var window = path + "restrictions[%d].".formatted(windows.size());
            windows.add(new WindowRow(form.all(window + "days"), form.text(window + "from"), form.text(window + "to")));
        }
        return Optional.of(new LayerRow(
                form.text(path + "name"),
                form.text(path + "every"),
                form.text(path + "length"),
                form.text(path + "firstHandoff"),
                form.text(path + "start"),
                form.text(path + "end"),
                List.copyOf(members),
                List.copyOf(windows)));
    }

    /** The form with this layer's text under {@code index}. */
    Form into(Form form, int index) {
        var path = "layers[%d].".formatted(index);
        var filled = form.with(path + "name", name)
                .with(path + "every", every)
                .with(path + "length", length)
                .with(path + "firstHandoff", firstHandoff)
                .with(path + "start", start)
                .with(path + "end", end);
        for (var i = 0; i < members.size(); i++)
            filled = filled.with(path + "members[%d]".formatted(i), members.get(i));
        for (var i = 0; i < windows.size(); i++) {
            var window = path + "restrictions[%d].".formatted(i);
            filled = filled.withAll(window + "days", windows.get(i).days())
                    .with(window + "from", windows.get(i).from())
                    .with(window + "to", windows.get(i).to());
        }
        return filled;
    }

    LayerRow withMembers(List<String> others) {
        return new LayerRow(
                name, every, length, firstHandoff, start, end, others.isEmpty() ? List.of("") : others, windows);
    }

    LayerRow withWindows(List<WindowRow> others) {
        return new LayerRow(name, every, length, firstHandoff, start, end, members, others);
    }

    /** The form with what is wrong with this layer said beside its fields. */
    Form checked(Form form, int index) {
        var words = say(RotaWords.class);
        var path = "layers[%d].".formatted(index);
        var checked = form;
        if (name.isBlank()) checked = checked.refuse(path + "name", words.nameTheLayerSuchAsNights());
        if (turn().isEmpty()) checked = checked.refuse(path + "length", words.aWholeNumberHowManyHours());
        if (Zones.local(firstHandoff).isEmpty())
            checked = checked.refuse(path + "firstHandoff", words.sayWhenTheFirstPersonTakes());
        if (!start.isBlank() && Zones.local(start).isEmpty())
            checked = checked.refuse(path + "start", words.notADateAndTime());
        if (!end.isBlank() && Zones.local(end).isEmpty())
            checked = checked.refuse(path + "end", words.notADateAndTime());
        if (ids().isEmpty()) checked = checked.refuse(path + "members[0]", words.chooseAtLeastOnePerson());
        for (var i = 0; i < windows.size(); i++) {
            if (windows.get(i).restriction().isEmpty())
                checked = checked.refuse(path + "restrictions[%d].from".formatted(i), words.chooseDaysAndTimesSuchAs());
        }
        return checked;
    }

    NewLayer layer() {
        return new NewLayer(
                name.strip(),
                every,
                turn().orElse(1),
                Zones.local(firstHandoff).orElse(null),
                ids(),
                Zones.local(start).orElse(null),
                Zones.local(end).orElse(null),
                windows.stream()
                        .flatMap(window -> window.restriction().stream())
                        .toList());
    }

    private List<UUID> ids() {
        return members.stream()
                .map(text -> Form.blank().with("id", text).id("id").orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    private Optional<Integer> turn() {
        var most = every.equals("hourly") ? LONGEST_HOURS : LONGEST;
        return Form.blank().with("length", length).number("length").filter(n -> n >= 1 && n <= most);
    }

    private static String text(LocalDateTime at) {
        return at == null ? "" : at.toString();
    }
}
