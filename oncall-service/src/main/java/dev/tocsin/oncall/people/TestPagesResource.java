package dev.tocsin.oncall.people;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.oncall.Listing;
import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.audit.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** "Send me a test page": by every way that may be used for somebody, and what became of it, carrier's word and own. */
@Path("/api/v1/people/{id}/test-pages")
@RolesAllowed("viewer")
@RunOnVirtualThread
public class TestPagesResource {
    private static final int MOST = 20;

    private final Own own;
    private final ContactMethods methods;
    private final Proofs proofs;
    private final Messenger messenger;
    private final Audit audit;
    private final Caller caller;

    TestPagesResource(Own own, ContactMethods methods, Proofs proofs, Messenger messenger, Audit audit, Caller caller) {
        this.own = own;
        this.methods = methods;
        this.proofs = proofs;
        this.messenger = messenger;
        this.audit = audit;
        this.caller = caller;
    }

    /** One way that was tried. @param why it did not go out; absent when it is on its way */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Try(UUID methodId, Directory.Kind kind, String address, boolean sent, Optional<String> why) {}

    /** A test page and its proofs; {@code state} is due, sending, accepted, delivered or failed. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record TestPage(
            UUID id,
            UUID methodId,
            Directory.Kind kind,
            String address,
            String state,
            Instant at,
            Optional<Instant> sentAt,
            Optional<Instant> deliveredAt,
            Optional<Instant> arrivedAt,
            Optional<String> status,
            Optional<String> error) {}

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Send yourself a test page by each verified method, as real pages go; one a minute each.")
    public Listing<Try> send(UUID id) {
        var ways = usable(id);
        if (ways.isEmpty()) throw Problem.conflict("there is no verified contact method to send a test page to");
        return new Listing<>(ways.stream().map(method -> send(id, method)).toList(), null);
    }

    @GET
    @Transactional
    @Operation(
            summary = "Somebody's last test pages with their proofs of delivery, newest first; of methods still there.")
    public Listing<TestPage> list(UUID id) {
        own.mayChange(id);
        Map<UUID, ContactMethod> known =
                methods.of(id).stream().collect(Collectors.toMap(method -> method.id, Function.identity()));
        return new Listing<>(
                messenger.tests(id, MOST).stream()
                        .filter(test -> known.containsKey(test.methodId()))
                        .map(test -> shown(test, known.get(test.methodId())))
                        .toList(),
                null);
    }

    @POST
    @Path("/{testId}/arrived")
    @Consumes(MediaType.WILDCARD)
    @Transactional
    @Operation(summary = "Say that a test page arrived: the proof where no carrier gives one.")
    public void arrived(UUID id, UUID testId) {
        var person = own.mustBe(id);
        if (!messenger.arrived(id, testId)) throw new NotFoundException("there is no test page " + testId);
        audit.record(caller.actor(), "contact-method.test-arrived", person.name, testId.toString());
    }

    private List<ContactMethod> usable(UUID id) {
        own.mustBe(id);
        return methods.of(id).stream().filter(ContactMethod::mayBePaged).toList();
    }

    /** One way that fails must not keep the others from being tried. */
    private Try send(UUID id, ContactMethod method) {
        try {
            var letter = proofs.test(id, method.id);
            var why = messenger.sendNow(
                    letter.to(), letter.method(), Messenger.Purpose.TEST, letter.subject(), letter.text());
            return new Try(method.id, method.kind, method.shown(), why.isEmpty(), why);
        } catch (WebApplicationException refused) {
            return new Try(method.id, method.kind, method.shown(), false, Optional.of(refused.getMessage()));
        }
    }

    private static TestPage shown(Messenger.Tested test, ContactMethod method) {
        return new TestPage(
                test.id(),
                method.id,
                method.kind,
                method.shown(),
                test.state(),
                test.at(),
                test.sentAt(),
                test.deliveredAt(),
                test.arrivedAt(),
                test.status(),
                test.error());
    }
}
