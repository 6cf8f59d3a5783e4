package dev.tocsin.oncall.people;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tocsin.oncall.Urgency;

/** Who people are and how they want to be reached: what the rest of the service may know of them. */
public interface Directory {

    /** A person's id and name, as shown to others. */
    record PersonRef(UUID id, String name) {}

    /** How a contact method reaches its person. */
    enum Kind {
        @JsonProperty("sms")
        SMS("SMS"),
        @JsonProperty("voice")
        VOICE("call"),
        @JsonProperty("email")
        EMAIL("e-mail"),
        @JsonProperty("webhook")
        WEBHOOK("webhook");

        private final String noun;

        Kind(String noun) {
            this.noun = noun;
        }

        /** As people say it: "the SMS to Ben", "the call to Ben". */
        public String noun() {
            return noun;
        }

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether its address is a phone number. */
        public boolean phone() {
            return this == SMS || this == VOICE;
        }
    }

    /** Why a method is not used. */
    enum Trouble {
        /** Nobody has typed its code yet. */
        @JsonProperty("unverified")
        UNVERIFIED,
        /** The phone said STOP. */
        @JsonProperty("stopped")
        STOPPED,
        /** Switched off, by a person or because the carrier says that it cannot work. */
        @JsonProperty("disabled")
        DISABLED
    }

    /** One method and what is wrong with it, if anything; {@code address} is masked, {@code reason} one sentence. */
    record MethodHealth(UUID id, Kind kind, String address, Optional<Trouble> trouble, String reason) {}

    /** Why a person cannot be paged at all; the words follow a name: "Ada texted STOP". */
    enum Fault {
        DISABLED("is disabled"),
        NO_METHOD("has no contact method"),
        SWITCHED_OFF("has every contact method switched off"),
        UNVERIFIED("has no verified contact method"),
        OPTED_OUT("texted STOP");

        private final String words;

        Fault(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** What is wrong with an enabled person who has these methods; the easiest to mend first. */
        static Optional<Fault> of(Collection<Optional<Trouble>> methods) {
            if (methods.isEmpty()) return Optional.of(NO_METHOD);
            if (methods.contains(Optional.<Trouble>empty())) return Optional.empty();
            if (methods.contains(Optional.of(Trouble.STOPPED))) return Optional.of(OPTED_OUT);
            if (methods.contains(Optional.of(Trouble.UNVERIFIED))) return Optional.of(UNVERIFIED);
            return Optional.of(SWITCHED_OFF);
        }
    }

    /** Can a page reach this person, and if not, why not. No methods at all is an empty list. */
    record Reachability(PersonRef person, Optional<Fault> fault, List<MethodHealth> methods) {
        public boolean reachable() {
            return fault.isEmpty();
        }
    }

    /** One way to reach a person; {@code address} is E.164 for phones, else a mail address or a URL. */
    record Method(UUID id, Kind kind, String address) {}

    /** Use this method so long after the person's step began. */
    record Rule(Method method, Duration delay) {}

    /**
     * What to do when a person must be told: rules in order of delay, only methods that may be paged (verified,
     * enabled, not opted out). Empty when the person cannot be reached, which the caller must say aloud.
     */
    record ContactPlan(PersonRef person, ZoneId zone, List<Rule> rules) {}

    /** The plan of an existing person; empty rules when disabled or unreachable. */
    ContactPlan planFor(UUID personId, Urgency urgency);

    /** What is right and wrong with the ways to reach an existing person. */
    Reachability reachability(UUID personId);

    /** Those of these people whom no page can reach, and why. */
    Map<UUID, Fault> faults(Collection<UUID> personIds);

    /** Every method of a person that may be used now, in the order in which one would tell them what is not urgent. */
    List<Method> usableMethods(UUID personId);

    /** The method, if it may be used now: verified, enabled, not opted out, its person not disabled. */
    Optional<Method> usable(UUID methodId);

    /** What signs requests to a webhook method. */
    Optional<String> secretOf(UUID methodId);

    /** Switches a method off because it cannot work, with the reason that its person will read. */
    void disable(UUID methodId, String reason);

    /** The person's name; for people disabled since, too. */
    Optional<PersonRef> find(UUID personId);

    /** The enabled people who proved that they hold this number (E.164); more than one may share a phone. */
    List<PersonRef> byPhone(String e164);

    /** Records that the carrier or the person stopped (or restarted) texts to this number: every method with it. */
    void optOut(String e164, boolean stopped);
}
