package dev.tocsin.oncall.reply;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.catalog.Catalog;
import dev.tocsin.oncall.incident.Acknowledgement;
import dev.tocsin.oncall.incident.Actor;
import dev.tocsin.oncall.incident.Channel;
import dev.tocsin.oncall.incident.IncidentFacts;
import dev.tocsin.oncall.incident.Incidents;
import dev.tocsin.oncall.incident.Promotion;
import dev.tocsin.oncall.incident.Resolution;
import dev.tocsin.oncall.incident.State;
import dev.tocsin.oncall.incident.Wording;
import dev.tocsin.oncall.paging.Calls;
import dev.tocsin.oncall.paging.Calls.About;
import dev.tocsin.oncall.paging.Spoken;
import io.quarkus.logging.Log;

/** What a call says, and what its keys do: 4 acknowledges, 6 resolves, 5 escalates, star repeats. Answering says nothing. */
@ApplicationScoped
@Transactional
class VoiceAnswers {
    /** Nobody listens to the same sentence for ever; the carrier bills by the minute. */
    private static final int ROUNDS = 3;

    private static final String KEYS = "Press 4 to acknowledge, 6 to resolve, 5 to escalate, or star to hear it again.";
    private static final String BYE = "<Hangup/>";

    private final Calls calls;
    private final Incidents incidents;
    private final Catalog catalog;
    private final TwilioDoor door;
    private final Clock clock;

    VoiceAnswers(Calls calls, Incidents incidents, Catalog catalog, TwilioDoor door, Clock clock) {
        this.calls = calls;
        this.incidents = incidents;
        this.catalog = catalog;
        this.door = door;
        this.clock = clock;
    }

    /** Somebody, or something, picked up. {@code round} counts from 1 how often it is said. */
    String say(UUID attempt, Optional<String> answeredBy, int round) {
        var about = calls.about(attempt);
        if (about.isEmpty()) return Spoken.response(BYE);
        if (answeredBy.filter(VoiceAnswers::isMachine).isPresent()) {
            calls.machine(attempt, answeredBy.get());
            return Spoken.response(BYE);
        }
        calls.heard(attempt);
        if (round > ROUNDS) return Spoken.response(Spoken.say("Goodbye.") + BYE);
        return Spoken.response(
                gathered(attempt, sentence(incidents.facts(about.get().incidentId())), round));
    }

    /** A key was pressed. */
    String keys(UUID attempt, String digits, int round) {
        var about = calls.about(attempt);
        if (about.isEmpty()) return Spoken.response(BYE);
        calls.heard(attempt);
        Log.infof("call answered attempt=%s key=%s", attempt, digits);
        return switch (digits) {
            case "4" -> Spoken.response(Spoken.say(acknowledge(about.get())) + BYE);
            case "6" -> Spoken.response(Spoken.say(resolve(about.get())) + BYE);
            case "5" -> Spoken.response(Spoken.say(escalate(about.get())) + BYE);
            default -> say(attempt, Optional.empty(), round + 1);
        };
    }

    private String gathered(UUID attempt, String sentence, int round) {
        var query = "?attempt=%s&round=%d";
        var action = Spoken.escaped(door.url("/twilio/voice/keys" + query.formatted(attempt, round)));
        var again = Spoken.escaped(door.url("/twilio/voice/say" + query.formatted(attempt, round + 1)));
        return "<Gather numDigits=\"1\" timeout=\"8\" method=\"POST\" action=\"" + action + "\">"
                + Spoken.say(sentence + " " + KEYS)
                + "</Gather><Redirect method=\"POST\">" + again + "</Redirect>";
    }

    private String acknowledge(About about) {
        var outcome = incidents.acknowledge(about.incidentId(), by(about));
        return outcome instanceof Acknowledgement.Taken
                ? "Acknowledged. You have it."
                : Wording.of(outcome, zone(about), clock.instant()) + ".";
    }

    private String resolve(About about) {
        var outcome = incidents.resolve(about.incidentId(), by(about));
        return outcome instanceof Resolution.Closed
                ? "Resolved."
                : Wording.of(outcome, zone(about), clock.instant()) + ".";
    }

    private String escalate(About about) {
        return incidents.escalate(about.incidentId(), by(about)) instanceof Promotion.Escalated
                ? "Escalated. Somebody else is paged now."
                : "It is resolved already.";
    }

    private String sentence(IncidentFacts incident) {
        var service = catalog.service(incident.serviceId()).orElseThrow().name();
        var title = incident.title().isBlank() ? "" : ": " + incident.title();
        var state = incident.state() == State.TRIGGERED
                ? ""
                : " It is %s already.".formatted(incident.state().name().toLowerCase(Locale.ROOT));
        return "This is Tocsin. Incident %d of %s%s.%s".formatted(incident.number(), service, title, state);
    }

    private ZoneId zone(About about) {
        return catalog.service(incidents.facts(about.incidentId()).serviceId())
                .orElseThrow()
                .zone();
    }

    private static Actor by(About about) {
        return Actor.person(about.person(), Channel.VOICE);
    }

    /** machine_start, machine_end_beep, fax …; "unknown" may be a human, who must not be hung up on. */
    private static boolean isMachine(String answeredBy) {
        return answeredBy.startsWith("machine") || answeredBy.equals("fax");
    }
}
