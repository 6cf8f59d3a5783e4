package dev.tocsin.oncall.people;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who people are and how they want to be reached: what the rest of the service may know of them. */
public interface Directory {

    /** A person's id and name, as shown to others. */
    record PersonRef(UUID id, String name) {}

    /** How a contact method reaches its person. */
    enum Kind {
        @JsonProperty("sms")
        SMS
    }

    /** One way to reach a person; {@code address} is E.164 for phones. */
    record Method(UUID id, Kind kind, String address) {}

    /** Use this method so long after the person's step began. */
    record Rule(Method method, Duration delay) {}

    /**
     * What to do when a person must be told: rules in order of delay, only methods that may be paged (enabled, not
     * opted out). Empty when the person cannot be reached, which the caller must say aloud.
     */
    record ContactPlan(PersonRef person, ZoneId zone, List<Rule> rules) {}

    /** The plan of an existing person; empty rules when disabled or unreachable. */
    ContactPlan planFor(UUID personId);

    /** The person's name; for people disabled since, too. */
    Optional<PersonRef> find(UUID personId);

    /** The enabled people who have this number (E.164) as a contact method; more than one may share a phone. */
    List<PersonRef> byPhone(String e164);

    /** Records that the carrier or the person stopped (or restarted) texts to this number: every method with it. */
    void optOut(String e164, boolean stopped);
}
