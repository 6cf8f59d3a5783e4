package dev.tocsin.dashboard.oncall;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import dev.tocsin.dashboard.oncall.SchedulesClient.Described;
import dev.tocsin.dashboard.oncall.SchedulesClient.Schedule;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.RowCommand;
import dev.tocsin.dashboard.web.Zones;

import static dev.tocsin.dashboard.web.Language.say;

/**
 * A schedule as its form holds it: layers in ordered rows, each with rows of members and of windows. Layers stand here as
 * the service counts them, the lowest first; the page shows the highest first. Pure.
 */
record ScheduleForm(Form form, List<LayerRow> layers) {

    /** A layer with its place: {@code index} as the service counts, {@code row} as the page shows it, of {@code count}. */
    record Placed(int index, int row, int count, LayerRow layer) {
        /** What its fields' names begin with. */
        public String path() {
            return "layers[%d].".formatted(index);
        }

        /** What its labels begin with, so that those of several layers can be told apart. */
        public String lead() {
            return count > 1 ? layer.name() + ": " : "";
        }

        /** What commands for its members begin with. */
        public String memberPrefix() {
            return "m%d-".formatted(index);
        }

        /** What commands for its windows begin with. */
        public String windowPrefix() {
            return "w%d-".formatted(index);
        }

        public int memberRows() {
            return layer.members().size();
        }

        public int windowRows() {
            return layer.windows().size();
        }
    }

    /** A new schedule: weekly, handed over on Mondays at nine, and begun, so that somebody is on call at once. */
    static ScheduleForm blank(ZoneId zone, Instant now) {
        return new ScheduleForm(Form.blank().with("zone", zone.getId()), List.of())
                .withLayers(List.of(LayerRow.weekly(say(RotaWords.class).rotation(), local(monday(zone, now)))));
    }

    static ScheduleForm of(Schedule schedule) {
        var form = Form.blank()
                .with("name", schedule.name())
                .with("teamId", schedule.team().id())
                .with("zone", schedule.zone().getId())
                .with("version", schedule.version());
        return new ScheduleForm(form, List.of())
                .withLayers(schedule.layers().stream().map(LayerRow::of).toList());
    }

    static ScheduleForm posted(Form form) {
        var layers = new ArrayList<LayerRow>();
        for (var layer = LayerRow.posted(form, 0); layer.isPresent(); layer = LayerRow.posted(form, layers.size()))
            layers.add(layer.get());
        return new ScheduleForm(form, List.copyOf(layers));
    }

    ScheduleForm with(Form other) {
        return new ScheduleForm(other, layers);
    }

    /** The layers as the page shows them: what wins stands on top. */
    List<Placed> topFirst() {
        return IntStream.range(0, layers.size())
                .map(row -> layers.size() - 1 - row)
                .mapToObj(index -> new Placed(index, layers.size() - 1 - index, layers.size(), layers.get(index)))
                .toList();
    }

    /** The form after a button beside one of its rows was pressed; empty when none was. */
    Optional<ScheduleForm> rowsChanged(Instant now) {
        var zone = zone().orElse(ZoneId.of("UTC"));
        var blank = LayerRow.weekly(say(RotaWords.class).layer(layers.size() + 1), local(monday(zone, now)));
        var layer = RowCommand.in(form, "layer-").map(command -> withLayers(moved(command, blank)));
        if (layer.isPresent()) return layer;
        for (var index = 0; index < layers.size(); index++) {
            var member = RowCommand.in(form, "m%d-".formatted(index));
            if (member.isPresent())
                return Optional.of(changed(
                        index, row -> row.withMembers(member.get().applyTo(row.members(), ""))));
            var window = RowCommand.in(form, "w%d-".formatted(index));
            if (window.isPresent())
                return Optional.of(changed(
                        index, row -> row.withWindows(window.get().applyTo(row.windows(), LayerRow.WindowRow.OFFICE))));
        }
        return Optional.empty();
    }

    /** What the page itself can find wrong, so that it stands beside its field before anything is sent. */
    ScheduleForm checked() {
        var words = say(RotaWords.class);
        var checked = form;
        if (form.given("name").isEmpty()) checked = checked.refuse("name", words.giveTheScheduleAName());
        if (form.id("teamId").isEmpty()) checked = checked.refuse("teamId", words.chooseTheTeamItBelongsTo());
        if (zone().isEmpty()) checked = checked.refuse("zone", words.chooseATimeZoneSuchAs());
        if (form.given("effectiveFrom").isPresent()
                && Zones.local(form.text("effectiveFrom")).isEmpty())
            checked = checked.refuse("effectiveFrom", words.notADateAndTime());
        if (layers.isEmpty()) checked = checked.refuse("name", words.addAtLeastOneLayer());
        for (var index = 0; index < layers.size(); index++)
            checked = layers.get(index).checked(checked, index);
        return with(checked);
    }

    /** The request this form makes; only of a form that is {@link #checked()} and not refused. */
    Described described() {
        return new Described(
                form.text("name").strip(),
                form.id("teamId").orElse(null),
                form.text("zone").strip(),
                layers.stream().map(LayerRow::layer).toList(),
                form.number("version").orElse(null),
                zone().flatMap(zone -> Zones.instant(form.text("effectiveFrom"), zone))
                        .orElse(null));
    }

    /** Names what would be saved: whoever has seen what it changes has seen this very text. */
    String fingerprint() {
        var described = described();
        var seen = new Described(
                "", null, described.zone(), described.layers(), described.version(), described.effectiveFrom());
        return UUID.nameUUIDFromBytes(seen.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    Optional<ZoneId> zone() {
        return Zones.parse(form.text("zone"));
    }

    /** A new layer comes on top; the other commands count rows as the page shows them. */
    private List<LayerRow> moved(RowCommand command, LayerRow blank) {
        return command.verb().equals("add")
                ? command.applyTo(layers, blank)
                : command.applyTo(layers.reversed(), blank).reversed();
    }

    private ScheduleForm changed(int index, UnaryOperator<LayerRow> change) {
        var others = new ArrayList<>(layers);
        others.set(index, change.apply(layers.get(index)));
        return withLayers(others);
    }

    private ScheduleForm withLayers(List<LayerRow> rows) {
        var filled = form;
        for (var index = 0; index < rows.size(); index++)
            filled = rows.get(index).into(filled, index);
        return new ScheduleForm(filled, List.copyOf(rows));
    }

    private static ZonedDateTime monday(ZoneId zone, Instant now) {
        var monday = now.atZone(zone)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .with(LocalTime.of(9, 0));
        return monday.toInstant().isAfter(now) ? monday.minusWeeks(1) : monday;
    }

    private static String local(ZonedDateTime at) {
        return at.toLocalDateTime().withSecond(0).withNano(0).toString();
    }
}
