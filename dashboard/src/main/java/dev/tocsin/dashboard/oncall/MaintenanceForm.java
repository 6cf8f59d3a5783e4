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

import static dev.tocsin.dashboard.web.Language.say;

/** Planned work as the form shows it: how often in a person's words, an RFC 5545 rule for everything else. Pure. */
record MaintenanceForm(Form form) {
    static List<Option> repeats() {
        return List.of(
                new Option("", say(MaintenanceWords.class).once()),
                new Option("FREQ=DAILY", say(MaintenanceWords.class).everyDay()),
                new Option("FREQ=WEEKLY", say(MaintenanceWords.class).everyWeekOnTheDayOf()),
                new Option(
                        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
                        say(MaintenanceWords.class).everyWorkingDay()),
                new Option("FREQ=MONTHLY", say(MaintenanceWords.class).everyMonthOnTheDateOf()),
                new Option("own", say(MaintenanceWords.class).byARuleOfMyOwn()));
    }

    private static final Set<String> KNOWN =
            repeats().stream().map(Option::value).collect(Collectors.toSet());

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
        var words = say(MaintenanceWords.class);
        var checked = form;
        if (form.given("title").isEmpty()) checked = checked.refuse("title", words.sayWhatIsBeingDone());
        if (start().isEmpty()) checked = checked.refuse("start", words.sayWhenItBegins());
        if (end().isEmpty()) checked = checked.refuse("end", words.sayWhenItEnds());
        if (start().isPresent() && end().isPresent() && !end().get().isAfter(start().get()))
            checked = checked.refuse("end", words.itMustEndAfterItBegins());
        if (Zones.parse(form.text("zone")).isEmpty()) checked = checked.refuse("zone", words.chooseATimeZone());
        if (form.text("repeat").equals("own") && form.given("rrule").isEmpty())
            checked = checked.refuse("rrule", words.writeTheRuleSuchAsFreq());
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
