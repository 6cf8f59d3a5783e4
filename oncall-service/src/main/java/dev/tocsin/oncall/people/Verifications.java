package dev.tocsin.oncall.people;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.Secrets;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Issues and checks the codes that prove contact methods, and counts the test pages. */
@ApplicationScoped
@Transactional
class Verifications implements PanacheRepositoryBase<Verification, UUID> {
    private final ContactMethods methods;
    private final Clock clock;

    Verifications(ContactMethods methods, Clock clock) {
        this.methods = methods;
        this.clock = clock;
    }

    /** A new code for a method, which makes an older one worthless. Refuses when codes were sent too often. */
    String issue(UUID methodId) {
        var now = clock.instant();
        getEntityManager()
                .createNativeQuery("insert into contact_verification values (?1, '', ?2, ?3, 0, ?3, 0)"
                        + " on conflict (method_id) do nothing")
                .setParameter(1, methodId)
                .setParameter(2, now.minus(Verification.BETWEEN_CODES))
                .setParameter(3, now)
                .executeUpdate();
        var verification = findById(methodId, LockModeType.PESSIMISTIC_WRITE);
        verification.wait(now).ifPresent(wait -> {
            throw Problem.tooMany("a code was sent just now; another may be sent in a while", wait);
        });
        var code = Secrets.digits(6);
        verification.issue(code, now);
        return code;
    }

    /** A method for its owner, with how long the code that went there is good. */
    MethodView view(ContactMethod method) {
        var now = clock.instant();
        var code = method.verifiedAt == null ? findByIdOptional(method.id) : Optional.<Verification>empty();
        return MethodView.of(method, code.filter(sent -> sent.isGood(now)).map(sent -> sent.expiresAt));
    }

    /** Wrong guesses count even though the answer is a refusal, so this commits by itself. */
    Verification.Check check(UUID methodId, String code) {
        var verification = findById(methodId, LockModeType.PESSIMISTIC_WRITE);
        if (verification == null) return new Verification.Check.Spent();
        var now = clock.instant();
        var outcome = verification.check(code, now);
        if (outcome instanceof Verification.Check.Right)
            methods.findById(methodId).verified(now);
        return outcome;
    }

    /** Takes the one test page a minute of a method. */
    void takeTest(UUID methodId) {
        var method = methods.findById(methodId, LockModeType.PESSIMISTIC_WRITE);
        var now = clock.instant();
        method.waitForTest(now).ifPresent(wait -> {
            throw Problem.tooMany("a test page was sent within the last minute", wait);
        });
        method.testedAt = now;
    }
}
