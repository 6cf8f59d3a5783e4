package dev.tocsin.oncall.catalog;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.oncall.Ref;

/** A service; what its team did not set is absent. */
record ServiceView(
        UUID id,
        String name,
        String description,
        Ref team,
        Ref policy,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> runbookUrl,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Duration> ackTimeout,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Duration> autoResolve,
        UrgencyRule urgency,
        int version) {

    static ServiceView of(Service service, Map<UUID, String> teams, Map<UUID, String> policies) {
        return new ServiceView(
                service.id,
                service.name,
                service.description,
                new Ref(service.teamId, teams.get(service.teamId)),
                new Ref(service.policyId, policies.get(service.policyId)),
                Optional.ofNullable(service.runbookUrl),
                service.ackTimeout(),
                service.autoResolve(),
                service.urgency,
                service.version);
    }
}
