package dev.tocsin.oncall.paging;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Takes messages to people. The second implementation is the tests' recording one. */
interface Courier {
    /** One message; {@code attempt} is told to whoever carries it, so that reports name it. */
    sealed interface Outgoing {
        UUID attempt();

        String to();

        record Text(UUID attempt, String to, String body) implements Outgoing {}

        /** A call that reads {@code spoken} out; without it the carrier asks us what to say once somebody answers. */
        record Call(UUID attempt, String to, Optional<String> spoken) implements Outgoing {}

        record Mail(UUID attempt, String to, String subject, String body) implements Outgoing {}

        /** A signed JSON document to a URL; {@code secret} as Standard Webhooks want it. */
        record Post(UUID attempt, String to, String secret, String json) implements Outgoing {}
    }

    /** Sends once, and never tries again by itself. Blocks up to 15 s. */
    Delivery send(Outgoing message);

    /** Did the carrier take a text to this number, since then, whose body has this hash? Blocks up to 15 s. */
    Trace trace(String to, Instant since, String bodyHash);

    /** What became of one request. */
    sealed interface Delivery {
        record Accepted(String providerId, String status) implements Delivery {}

        /** Provably not sent: too many requests; the same again, later. */
        record Throttled(String error) implements Delivery {}

        /** Provably not sent: the carrier was not reached. */
        record NotSent(String error) implements Delivery {}

        /** It may or may not have been taken. */
        record Ambiguous(String error) implements Delivery {}

        /** Our account or sender is at fault; no text will go out until somebody mends it. */
        record AccountRefused(String code, String error) implements Delivery {}

        /** This message does not reach this person; what to do next follows from the {@code code}. */
        record ContactRefused(String code, String error) implements Delivery {}
    }

    /** What the carrier says of an earlier request. */
    sealed interface Trace {
        record Found(String providerId, String status) implements Trace {}

        record Nothing() implements Trace {}

        record Unanswered(String error) implements Trace {}
    }
}
