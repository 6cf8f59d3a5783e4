package dev.tocsin.dashboard.oncall;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.tocsin.dashboard.oncall.MaintenanceClient.Planned;
import dev.tocsin.dashboard.oncall.MaintenanceClient.Window;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Zones;

/** Planned work as the form shows it: how often in a person's words, an RFC 5545 rule for everything else. Pure. */
record MaintenanceForm(Form form) {
    static final List<Option> REPEATS = List.of(
            new Option("", "Once"),
            new Option("FREQ=DAILY", "Every day"),
            new Option("FREQ=WEEKLY", "Every week, on the day of the start"),
            new Option("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "Every working day"),
            new Option("FREQ=MONTHLY", "Every month, on the date of the start"),
            new Option("own", "By a rule of my own"));
    private static final Set<String> KNOWN = REPEATS.stream().map(Option::value).collect(Collectors.toSet());

    static MaintenanceForm of(Window window) {
        var known = window.rrule() == null || KNOWN.contains(window.rrule());
        return new MaintenanceForm(Form.blank()
                .with("title", window.title())
                .with("start", window.start())
                .with("end", window.end())
                .with("zone", window.zone())
                .with("repeat", known ? Optional.ofNullable(window.rrule()).orElse("") : "own")
                .with("rrule", known ? null : window.rrule())
                .with("version", window.version()));
    }

    MaintenanceForm checked() {
        var checked = form;
        if (form.given("title").isEmpty()) checked = checked.refuse("title", "Say what is being done.");
        if (start().isEmpty()) checked = checked.refuse("start", "Say when it begins.");
        if (end().isEmpty()) checked = checked.refuse("end", "Say when it ends.");
        if (start().isPresent() && end().isPresent() && !end().get().isAfter(start().get()))
            checked = checked.refuse("end", "It must end after it begins.");
        if (Zones.parse(form.text("zone")).isEmpty()) checked = checked.refuse("zone", "Choose a time zone.");
        if (form.text("repeat").equals("own") && form.given("rrule").isEmpty())
            checked = checked.refuse("rrule", "Write the rule, such as FREQ=MONTHLY;BYDAY=1SU.");
        return new MaintenanceForm(checked);
    }

    Planned planned() {
        return new Planned(
                form.text("title").strip(),
                start().orElse(null),
                end().orElse(null),
                null,
                form.text("zone").strip(),
                rule(),
                form.number("version").orElse(null));
    }

    private String rule() {
        var repeat = form.text("repeat");
        if (repeat.equals("own")) return form.given("rrule").orElse(null);
        return repeat.isEmpty() ? null : repeat;
    }

    private Optional<LocalDateTime> start() {
        return Zones.local(form.text("start"));
    }

    private Optional<LocalDateTime> end() {
        return Zones.local(form.text("end"));
    }
}
