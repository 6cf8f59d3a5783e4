package dev.tocsin.oncall.people;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;

import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.audit.Caller;

/** Who may change how somebody is reached: they themself, and administrators. */
@ApplicationScoped
@Transactional
class Own {
    private final People people;
    private final ContactMethods methods;
    private final Caller caller;
    private final Clock clock;

    Own(People people, ContactMethods methods, Caller caller, Clock clock) {
        this.people = people;
        this.methods = methods;
        this.caller = caller;
        this.clock = clock;
    }

    Person person(UUID id) {
        return people.require(id);
    }

    /** Whether the caller may change how this person is reached. */
    boolean has(UUID id) {
        return caller.isAdmin() || caller.id().equals(id);
    }

    Person mayChange(UUID id) {
        var person = people.require(id);
        if (!has(id)) throw Problem.forbidden("only %s and administrators may change this".formatted(person.name));
        return person;
    }

    /** As {@link #mayChange}, and whoever changes the same person meanwhile waits. */
    Person mayChangeAlone(UUID id) {
        var person = mayChange(id);
        people.getEntityManager().lock(person, LockModeType.PESSIMISTIC_WRITE);
        return person;
    }

    /** What changes where pages go: of oneself, only right after proving who one is. */
    Person mayLead(UUID id) {
        var person = mayChange(id);
        if (caller.id().equals(id)) caller.mustHaveConfirmed();
        return person;
    }

    /** What rings a phone is for its owner alone. */
    Person mustBe(UUID id) {
        var person = people.require(id);
        if (!caller.id().equals(id)) throw Problem.forbidden("only %s may do this".formatted(person.name));
        return person;
    }

    ContactMethod method(UUID personId, UUID methodId) {
        return methods.of(personId, methodId)
                .orElseThrow(() -> new NotFoundException("there is no contact method " + methodId));
    }

    Instant now() {
        return clock.instant();
    }
}
