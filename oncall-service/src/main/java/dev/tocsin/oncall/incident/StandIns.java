package dev.tocsin.oncall.incident;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.schedule.OnCall;

/**
 * Says of overrides whose place somebody takes and until when, and of temporary schedules how long they hold: " by an
 * override in place of Ben until 09:00 CET".
 */
@ApplicationScoped
class StandIns {
    private final OnCall onCall;
    private final Chronicle chronicle;

    StandIns(OnCall onCall, Chronicle chronicle) {
        this.onCall = onCall;
        this.chronicle = chronicle;
    }

    /** Somebody on call in a schedule. */
    record On(UUID schedule, OnCall.OnDuty duty) {}

    /** The words for each override and temporary schedule among these, by its id; they follow what it did. */
    Map<UUID, String> words(List<On> duties, Instant now) {
        var words = new HashMap<UUID, String>();
        for (var on : duties) {
            if (on.duty().because() == OnCall.Because.LAYER) continue;
            var what = on.duty().because() == OnCall.Because.OVERRIDE ? "an override" : "a temporary schedule";
            onCall.standIn(on.schedule(), on.duty().source())
                    .ifPresent(found -> words.put(on.duty().source(), words(what, found, now)));
        }
        return words;
    }

    private String words(String what, OnCall.StandIn found, Instant now) {
        var inPlace = found.inPlaceOf()
                .map(person -> " in place of " + chronicle.name(person))
                .orElse("");
        return " by %s%s until %s".formatted(what, inPlace, Clockface.readWithZone(found.until(), found.zone(), now));
    }
}
