package dev.tocsin.oncall.people;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.audit.Caller;

/** What is written down before and after a code or a test page goes out. */
@ApplicationScoped
@Transactional
class Proofs {
    /** A message to a method, to be sent once this is committed. */
    record Letter(Directory.PersonRef to, Directory.Method method, String subject, String text, MethodView view) {}

    private final Own own;
    private final Verifications verifications;
    private final Messenger messenger;
    private final Audit audit;
    private final Caller caller;

    Proofs(Own own, Verifications verifications, Messenger messenger, Audit audit, Caller caller) {
        this.own = own;
        this.verifications = verifications;
        this.messenger = messenger;
        this.audit = audit;
        this.caller = caller;
    }

    Letter code(UUID id, UUID methodId) {
        var person = own.mayChange(id);
        var method = own.method(id, methodId);
        if (method.verifiedAt != null) throw Problem.conflict("this contact method is verified already");
        if (method.optedOutAt != null) throw Problem.conflict("this number said STOP; text START from it first");
        open(method);
        var code = verifications.issue(methodId);
        audit.record(caller.actor(), "contact-method.code-sent", person.name, method.masked());
        var spoken = method.kind == Directory.Kind.VOICE ? String.join(", ", code.split("")) : code;
        return new Letter(
                person.ref(),
                method.method(),
                "Your Tocsin code",
                "Your Tocsin code is %s. Type it on your profile within 15 minutes.".formatted(spoken),
                verifications.view(method));
    }

    Verification.Check typed(UUID id, UUID methodId, String code) {
        var person = own.mayChange(id);
        var method = own.method(id, methodId);
        var outcome = verifications.check(methodId, code);
        if (outcome instanceof Verification.Check.Right)
            audit.record(caller.actor(), "contact-method.verified", person.name, method.masked());
        return outcome;
    }

    MethodView verified(UUID id, UUID methodId) {
        return MethodView.of(own.method(id, methodId));
    }

    Letter test(UUID id, UUID methodId) {
        var person = own.mustBe(id);
        var method = own.method(id, methodId);
        if (!method.mayBePaged())
            throw Problem.conflict(
                    "this contact method cannot be paged: " + method.health().reason());
        open(method);
        verifications.takeTest(methodId);
        audit.record(caller.actor(), "contact-method.tested", person.name, method.masked());
        return new Letter(
                person.ref(),
                method.method(),
                "Tocsin test page",
                "This is a test page from Tocsin to %s. Nothing is wrong.".formatted(person.name),
                MethodView.of(method));
    }

    private void open(ContactMethod method) {
        messenger.closed(method.kind).ifPresent(why -> {
            throw Problem.conflict(why);
        });
    }
}
