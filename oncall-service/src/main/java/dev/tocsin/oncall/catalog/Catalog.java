package dev.tocsin.oncall.catalog;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

import dev.tocsin.oncall.Urgency;

/** The services teams run, and the keys by which tools raise signals for them. */
public interface Catalog {

    /** What an incident needs to know of its service. {@code zone} is where the owning team reads its clocks. */
    record ServiceFacts(
            UUID id,
            String name,
            UUID teamId,
            String teamName,
            UUID policyId,
            String policyName,
            ZoneId zone,
            Optional<Duration> ackTimeout,
            Optional<Duration> autoResolve,
            Optional<String> runbookUrl,
            UrgencyRule urgencyRule) {

        /** The urgency here of trouble whose severity suggests {@code bySeverity}. */
        public Urgency urgencyOf(Urgency bySeverity) {
            return urgencyRule.apply(bySeverity);
        }
    }

    /**
     * A key that was found good: its integration and the service it raises signals for. {@code mapping} says, as JSON,
     * where the tool's own form keeps what we need.
     */
    record Door(UUID integrationId, ServiceFacts service, Optional<String> mapping) {}

    /** Looks up a routing key by its hash, and notes its use. Empty for unknown, expired, revoked or malformed keys. */
    Optional<Door> open(String routingKey);

    /** An integration of a service, unless either is gone. */
    Optional<Door> integration(UUID serviceId, UUID id);

    /** Sets where an integration's tool keeps what we need; empty: the usual form. */
    void map(UUID integrationId, Optional<String> mapping);

    /** A service that exists (deleted ones too, for history). */
    Optional<ServiceFacts> service(UUID id);
}
