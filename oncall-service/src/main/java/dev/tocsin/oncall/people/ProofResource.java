package dev.tocsin.oncall.people;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import dev.tocsin.oncall.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Proof that a contact method reaches its person: a code sent there and typed here, and the test page. Nothing is open
 * in the database while a carrier is waited for, so the transactions are those of {@link Proofs}.
 */
@Path("/api/v1/people/{id}/contact-methods/{methodId}")
@RolesAllowed("viewer")
@RunOnVirtualThread
public class ProofResource {
    private final Proofs proofs;
    private final Messenger messenger;

    ProofResource(Proofs proofs, Messenger messenger) {
        this.proofs = proofs;
        this.messenger = messenger;
    }

    record Typed(
            @NotNull @Pattern(regexp = "\\s*\\d{3}\\s?\\d{3}\\s*", message = "is not six digits")
            String code) {}

    @POST
    @Path("/verification")
    @Operation(summary = "Send a six-digit code to a contact method; good for 15 minutes and five tries.")
    public MethodView send(UUID id, UUID methodId) {
        var letter = proofs.code(id, methodId);
        deliver(letter, Messenger.Purpose.CODE);
        return letter.view();
    }

    @POST
    @Path("/verification/confirm")
    @Operation(summary = "Type the code that arrived. From then on the method may be paged.")
    public MethodView confirm(UUID id, UUID methodId, @Valid @NotNull Typed typed) {
        var outcome = proofs.typed(id, methodId, typed.code().replaceAll("\\s", ""));
        return switch (outcome) {
            case Verification.Check.Right _ -> proofs.verified(id, methodId);
            case Verification.Check.Wrong(int left) ->
                throw Problem.badField("code", "is wrong; %d more %s".formatted(left, left == 1 ? "try" : "tries"));
            case Verification.Check.Spent _ -> throw Problem.badField("code", "is not good any more; send a new code");
        };
    }

    @POST
    @Path("/test")
    @Operation(summary = "Send yourself a test page by a verified method; one a minute.")
    public MethodView test(UUID id, UUID methodId) {
        var letter = proofs.test(id, methodId);
        deliver(letter, Messenger.Purpose.TEST);
        return letter.view();
    }

    private void deliver(Proofs.Letter letter, Messenger.Purpose purpose) {
        messenger
                .sendNow(letter.to(), letter.method(), purpose, letter.subject(), letter.text())
                .ifPresent(why -> {
                    throw Problem.conflict("it could not be sent: " + why);
                });
    }
}
