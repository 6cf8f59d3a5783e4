package dev.tocsin.oncall.people;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.Urgency;
import dev.tocsin.oncall.Versions;
import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.audit.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jboss.resteasy.reactive.RestResponse;

/** When each way to reach a person is used: seen by all, changed by themself and by administrators. */
@Path("/api/v1/people/{id}")
@RolesAllowed("viewer")
@Transactional
@RunOnVirtualThread
public class NotificationRulesResource {
    private final Own own;
    private final ContactMethods methods;
    private final NotificationRules rules;
    private final Audit audit;
    private final Caller caller;

    NotificationRulesResource(Own own, ContactMethods methods, NotificationRules rules, Audit audit, Caller caller) {
        this.own = own;
        this.methods = methods;
        this.rules = rules;
        this.audit = audit;
        this.caller = caller;
    }

    record RuleBody(
            @NotNull UUID methodId,
            @NotNull @DurationMin @DurationMax(days = 1) Duration delay) {}

    private record InForce(List<RuleBody> rules) {}

    @GET
    @Path("/notification-rules")
    @Operation(summary = "When each contact method is used after a page begins; at once by text when nobody said.")
    public RestResponse<List<RuleBody>> rules(UUID id, @QueryParam("urgency") @DefaultValue("high") String urgency) {
        own.person(id);
        return tagged(rulesOf(id, urgency(urgency)));
    }

    private static RestResponse<List<RuleBody>> tagged(List<RuleBody> rules) {
        return RestResponse.ResponseBuilder.ok(rules)
                .header(HttpHeaders.ETAG, Versions.tag(new InForce(rules)))
                .build();
    }

    private List<RuleBody> rulesOf(UUID id, Urgency urgency) {
        var set = rules.of(id, urgency);
        if (!set.isEmpty())
            return set.stream()
                    .map(rule -> new RuleBody(rule.methodId, rule.delay()))
                    .toList();
        return Reach.rules(methods.of(id), List.of(), urgency).stream()
                .map(rule -> new RuleBody(rule.method().id(), rule.delay()))
                .toList();
    }

    @PUT
    @Path("/notification-rules")
    @Operation(
            summary = "Replace somebody's notification rules; none means at once by text.",
            description = "With the ETag of the rules as read in If-Match: 409 when somebody changed them meanwhile.")
    public RestResponse<List<RuleBody>> setRules(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String read,
            @QueryParam("urgency") @DefaultValue("high") String word,
            @NotNull @Size(max = 50) List<@NotNull @Valid RuleBody> request) {
        var person = own.mayChangeAlone(id);
        var urgency = urgency(word);
        Versions.unchanged(read, new InForce(rulesOf(id, urgency)));
        var known = methods.of(id).stream().map(method -> method.id).collect(Collectors.toSet());
        for (var i = 0; i < request.size(); i++) {
            if (!known.contains(request.get(i).methodId()))
                throw Problem.badField("[%d].methodId".formatted(i), "is not a contact method of " + person.name);
        }
        rules.delete("personId = ?1 and urgency = ?2", id, urgency);
        request.stream()
                .distinct()
                .map(rule -> NotificationRule.of(id, urgency, rule.methodId(), rule.delay()))
                .forEach(rules::persist);
        audit.record(
                caller.actor(),
                "notification-rules.changed",
                person.name,
                "%d for %s urgency".formatted(request.size(), urgency.wire()));
        return tagged(rulesOf(id, urgency));
    }

    private static Urgency urgency(String word) {
        return switch (word) {
            case "high" -> Urgency.HIGH;
            case "low" -> Urgency.LOW;
            default -> throw Problem.badField("urgency", "must be high or low");
        };
    }
}
