package dev.tocsin.oncall.people;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.audit.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The ways to reach one person: all see them masked; they themself and administrators add, switch and remove them. */
@Path("/api/v1/people/{id}/contact-methods")
@RolesAllowed("viewer")
@Transactional
@RunOnVirtualThread
public class ContactMethodsResource {
    private final Own own;
    private final ContactMethods methods;
    private final Verifications verifications;
    private final Phonebook phonebook;
    private final Messenger messenger;
    private final Audit audit;
    private final Caller caller;

    ContactMethodsResource(
            Own own,
            ContactMethods methods,
            Verifications verifications,
            Phonebook phonebook,
            Messenger messenger,
            Audit audit,
            Caller caller) {
        this.own = own;
        this.methods = methods;
        this.verifications = verifications;
        this.phonebook = phonebook;
        this.messenger = messenger;
        this.audit = audit;
        this.caller = caller;
    }

    record NewMethod(
            @NotNull Directory.Kind kind,
            @NotBlank @Size(max = 500) String address) {}

    @GET
    @Operation(
            summary = "Somebody's contact methods, each with what is wrong with it. Addresses are masked for"
                    + " all but that person and administrators.")
    public List<MethodView> list(UUID id) {
        own.person(id);
        return methods.of(id).stream()
                .map(own.has(id) ? verifications::view : MethodView::masked)
                .toList();
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            summary = "Add a contact method. It is not paged before its code was typed. The secret that signs"
                    + " requests to a webhook is shown this once.")
    public MethodView add(UUID id, @Valid @NotNull NewMethod request) {
        var person = own.mayLead(id);
        messenger.closed(request.kind()).ifPresent(why -> {
            throw Problem.conflict(why);
        });
        var method = phonebook.add(id, request.kind(), "address", request.address());
        audit.record(caller.actor(), "contact-method.added", person.name, shown(method));
        return MethodView.justAdded(method);
    }

    @POST
    @Path("/{methodId}/disable")
    @Operation(summary = "Switch a contact method off: nothing is sent to it.")
    public MethodView disable(UUID id, UUID methodId) {
        var person = own.mayLead(id);
        var method = own.method(id, methodId);
        method.disable("switched off by " + caller.name(), own.now());
        audit.record(caller.actor(), "contact-method.disabled", person.name, shown(method));
        return MethodView.of(method);
    }

    @POST
    @Path("/{methodId}/enable")
    @Operation(summary = "Switch a contact method on again, also one that was switched off because it did not work.")
    public MethodView enable(UUID id, UUID methodId) {
        var person = own.mayLead(id);
        var method = own.method(id, methodId);
        method.enable();
        audit.record(caller.actor(), "contact-method.enabled", person.name, shown(method));
        return MethodView.of(method);
    }

    @DELETE
    @Path("/{methodId}")
    @Operation(summary = "Remove a contact method, and the rules that use it.")
    public void remove(UUID id, UUID methodId) {
        var person = own.mayLead(id);
        var method = own.method(id, methodId);
        phonebook.remove(method);
        audit.record(caller.actor(), "contact-method.removed", person.name, shown(method));
    }

    private static String shown(ContactMethod method) {
        return method.kind.noun() + " " + method.masked();
    }
}
