package dev.tocsin.oncall.people;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.Urgency;
import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.audit.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jboss.resteasy.reactive.ResponseStatus;

/** How one person wants to be reached: seen by all with numbers masked, changed by themself and by administrators. */
@Path("/api/v1/people/{id}")
@RolesAllowed("viewer")
@Transactional
@RunOnVirtualThread
public class ReachResource {
    private final People people;
    private final ContactMethods methods;
    private final NotificationRules rules;
    private final Phonebook phonebook;
    private final Audit audit;
    private final Caller caller;

    ReachResource(
            People people,
            ContactMethods methods,
            NotificationRules rules,
            Phonebook phonebook,
            Audit audit,
            Caller caller) {
        this.people = people;
        this.methods = methods;
        this.rules = rules;
        this.phonebook = phonebook;
        this.audit = audit;
        this.caller = caller;
    }

    record MethodRequest(
            @NotNull Directory.Kind kind,
            @NotBlank @Size(max = 500) String address) {}

    /** {@code enabled}: it may be paged; otherwise {@code trouble} says why not. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MethodView(
            UUID id,
            Directory.Kind kind,
            String address,
            boolean verified,
            boolean optedOut,
            boolean enabled,
            Directory.Trouble trouble,
            String reason) {
        static MethodView of(ContactMethod method) {
            var health = method.health();
            return new MethodView(
                    method.id,
                    method.kind,
                    health.address(),
                    method.verifiedAt != null,
                    method.optedOutAt != null,
                    method.mayBePaged(),
                    health.trouble().orElse(null),
                    health.trouble().map(_ -> health.reason()).orElse(null));
        }
    }

    record RuleBody(
            @NotNull UUID methodId,
            @NotNull @DurationMin @DurationMax(days = 1) Duration delay) {}

    @GET
    @Path("/contact-methods")
    @Operation(summary = "Somebody's contact methods, numbers masked.")
    public List<MethodView> methods(UUID id) {
        people.require(id);
        return methods.of(id).stream().map(MethodView::of).toList();
    }

    @POST
    @Path("/contact-methods")
    @ResponseStatus(201)
    @Operation(summary = "Add a contact method.")
    public MethodView addMethod(UUID id, @Valid @NotNull MethodRequest request) {
        var person = mayChange(id);
        var method = phonebook.add(id, request.kind(), "address", request.address());
        audit.record(caller.actor(), "contact-method.added", person.name, method.masked());
        return MethodView.of(method);
    }

    @DELETE
    @Path("/contact-methods/{methodId}")
    @Operation(summary = "Remove a contact method, and the rules that use it.")
    public void removeMethod(UUID id, UUID methodId) {
        var person = mayChange(id);
        var method = methods.of(id, methodId)
                .orElseThrow(() -> new NotFoundException("there is no contact method " + methodId));
        phonebook.remove(method);
        audit.record(caller.actor(), "contact-method.removed", person.name, method.masked());
    }

    @GET
    @Path("/notification-rules")
    @Operation(summary = "When each contact method is used after a page begins; at once by text when nobody said.")
    public List<RuleBody> rules(UUID id, @QueryParam("urgency") @DefaultValue("high") String urgency) {
        people.require(id);
        return rulesOf(id, urgency(urgency));
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
    @Operation(summary = "Replace somebody's notification rules; none means at once by text.")
    public List<RuleBody> setRules(
            UUID id,
            @QueryParam("urgency") @DefaultValue("high") String word,
            @NotNull @Size(max = 50) List<@NotNull @Valid RuleBody> request) {
        var person = mayChange(id);
        var urgency = urgency(word);
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
        return rulesOf(id, urgency);
    }

    private static Urgency urgency(String word) {
        return switch (word) {
            case "high" -> Urgency.HIGH;
            case "low" -> Urgency.LOW;
            default -> throw Problem.badField("urgency", "must be high or low");
        };
    }

    private Person mayChange(UUID id) {
        var person = people.require(id);
        if (!caller.isAdmin() && !caller.id().equals(id))
            throw Problem.forbidden("only %s and administrators may change this".formatted(person.name));
        return person;
    }
}
