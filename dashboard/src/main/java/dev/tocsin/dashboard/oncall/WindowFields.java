package dev.tocsin.dashboard.oncall;

import java.time.Instant;
import java.time.ZoneId;

import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Zones;

import static dev.tocsin.dashboard.web.Language.say;

/** The two fields {@code start} and {@code end} of a form, local times of a schedule's zone. Pure. */
record WindowFields(Instant start, Instant end) {

    /** The form with what is wrong with the fields that begin with {@code prefix}. */
    static Form checked(Form form, String prefix, ZoneId zone) {
        var words = say(RotaWords.class);
        var checked = form;
        var start = Zones.instant(form.text(prefix + "start"), zone);
        var end = Zones.instant(form.text(prefix + "end"), zone);
        if (start.isEmpty()) checked = checked.refuse(prefix + "start", words.sayFromWhen());
        if (end.isEmpty()) checked = checked.refuse(prefix + "end", words.sayUntilWhen());
        if (start.isPresent() && end.isPresent() && !start.get().isBefore(end.get()))
            checked = checked.refuse(prefix + "end", words.itMustEndAfterItBegins());
        return checked;
    }

    /** Only of a form that was {@link #checked} and not refused. */
    static WindowFields read(Form form, String prefix, ZoneId zone) {
        return new WindowFields(
                Zones.instant(form.text(prefix + "start"), zone).orElseThrow(),
                Zones.instant(form.text(prefix + "end"), zone).orElseThrow());
    }
}
