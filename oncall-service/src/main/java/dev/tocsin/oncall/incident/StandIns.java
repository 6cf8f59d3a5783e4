package dev.tocsin.oncall.incident;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.schedule.OnCall;

/** Says of overrides whose place somebody takes and until when: " by an override in place of Ben until 09:00 CET". */
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

    /** The words for each override among these, by its id; they follow what it did. */
    Map<UUID, String> words(List<On> duties, Instant now) {
        var words = new HashMap<UUID, String>();
        for (var on : duties) {
            if (on.duty().because() != OnCall.Because.OVERRIDE) continue;
            onCall.standIn(on.schedule(), on.duty().source())
                    .ifPresent(found -> words.put(on.duty().source(), words(found, now)));
        }
        return words;
    }

    private String words(OnCall.StandIn found, Instant now) {
        var inPlace = found.inPlaceOf()
                .map(person -> " in place of " + chronicle.name(person))
                .orElse("");
        return " by an override%s until %s"
                .formatted(inPlace, Clockface.readWithZone(found.until(), found.zone(), now));
    }
}
