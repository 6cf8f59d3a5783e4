package dev.tocsin.dashboard.oncall;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import dev.tocsin.dashboard.oncall.SchedulesClient.Described;
import dev.tocsin.dashboard.oncall.SchedulesClient.NewLayer;
import dev.tocsin.dashboard.oncall.SchedulesClient.Schedule;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.RowCommand;
import dev.tocsin.dashboard.web.Zones;

/**
 * A schedule as its form holds it: one rotation, its members in ordered rows. Layers above the first, which the form does
 * not show, are kept as they are. Pure.
 */
record ScheduleForm(Form form, int rows) {
    private static final String MEMBER = "layers[0].members[%d]";
    private static final int FEWEST = 2;

    /** A new schedule: weekly, handed over on Mondays at nine, and begun, so that somebody is on call at once. */
    static ScheduleForm blank(ZoneId zone, Instant now) {
        var monday = now.atZone(zone)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .with(LocalTime.of(9, 0));
        if (monday.toInstant().isAfter(now)) monday = monday.minusWeeks(1);
        return new ScheduleForm(
                Form.blank()
                        .with("zone", zone.getId())
                        .with("layers[0].every", "weekly")
                        .with("layers[0].length", 1)
                        .with("layers[0].firstHandoff", local(monday)),
                FEWEST);
    }

    static ScheduleForm of(Schedule schedule) {
        var form = Form.blank()
                .with("name", schedule.name())
                .with("teamId", schedule.team().id())
                .with("zone", schedule.zone().getId())
                .with("version", schedule.version());
        if (schedule.layers().isEmpty()) return new ScheduleForm(form, FEWEST);
        var layer = schedule.layers().getFirst();
        form = form.with("layers[0].every", layer.every())
                .with("layers[0].length", layer.length())
                .with("layers[0].firstHandoff", layer.firstHandoff());
        return new ScheduleForm(form, 0)
                .withMembers(layer.members().stream()
                        .map(member -> member.id().toString())
                        .toList());
    }

    static ScheduleForm posted(Form form) {
        var rows = 0;
        while (!form.all(MEMBER.formatted(rows)).isEmpty()) rows++;
        return new ScheduleForm(form, rows);
    }

    ScheduleForm with(Form other) {
        return new ScheduleForm(other, rows);
    }

    ScheduleForm apply(RowCommand command) {
        return withMembers(command.applyTo(members(), ""));
    }

    /** What the page itself can find wrong, so that it stands beside its field before anything is sent. */
    ScheduleForm checked() {
        var checked = form;
        if (form.given("name").isEmpty()) checked = checked.refuse("name", "Give the schedule a name.");
        if (form.id("teamId").isEmpty()) checked = checked.refuse("teamId", "Choose the team it belongs to.");
        if (zone().isEmpty()) checked = checked.refuse("zone", "Choose a time zone, such as Europe/Berlin.");
        if (length().isEmpty())
            checked = checked.refuse(
                    "layers[0].length", "A whole number from 1 to 52: how many days or weeks a turn lasts.");
        if (Zones.local(form.text("layers[0].firstHandoff")).isEmpty())
            checked = checked.refuse("layers[0].firstHandoff", "Say when the first person takes over.");
        if (ids().isEmpty()) checked = checked.refuse(MEMBER.formatted(0), "Choose at least one person.");
        return with(checked);
    }

    /** The request this form makes; only of a form that is {@link #checked()} and not refused. */
    Described described(List<NewLayer> others) {
        var layers = new ArrayList<NewLayer>();
        layers.add(layer());
        layers.addAll(others);
        return new Described(
                form.text("name").strip(),
                form.id("teamId").orElse(null),
                form.text("zone").strip(),
                layers,
                form.number("version").orElse(null));
    }

    NewLayer layer() {
        return new NewLayer(
                "Rotation",
                form.text("layers[0].every").equals("daily") ? "daily" : "weekly",
                length().orElse(1),
                Zones.local(form.text("layers[0].firstHandoff")).orElse(null),
                ids());
    }

    Optional<ZoneId> zone() {
        return Zones.parse(form.text("zone"));
    }

    List<String> members() {
        var members = new ArrayList<String>();
        for (var row = 0; row < rows; row++) members.add(form.text(MEMBER.formatted(row)));
        return members;
    }

    private List<UUID> ids() {
        var ids = new ArrayList<UUID>();
        for (var row = 0; row < rows; row++)
            ids.add(form.id(MEMBER.formatted(row)).orElse(null));
        return ids.stream().filter(Objects::nonNull).toList();
    }

    private Optional<Integer> length() {
        return form.number("layers[0].length").filter(length -> length >= 1 && length <= 52);
    }

    private ScheduleForm withMembers(List<String> members) {
        var filled = form;
        for (var row = 0; row < members.size(); row++) filled = filled.with(MEMBER.formatted(row), members.get(row));
        return new ScheduleForm(filled, Math.max(1, members.size()));
    }

    private static String local(ZonedDateTime at) {
        return at.toLocalDateTime().withSecond(0).withNano(0).toString();
    }
}
