package dev.tocsin.oncall.people;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;

import dev.tocsin.oncall.Versions;

/** People as the room that signs them in sees them. */
@ApplicationScoped
@Transactional
public class Accounts {
    /** The account of the operator's token. */
    public static final UUID OPERATOR = Person.OPERATOR;

    private final People people;
    private final Views views;
    private final TeamMembers members;
    private final Membership membership;
    private final Clock clock;

    Accounts(People people, Views views, TeamMembers members, Membership membership, Clock clock) {
        this.people = people;
        this.views = views;
        this.members = members;
        this.membership = membership;
        this.clock = clock;
    }

    /** What signing in needs to know; without {@code passwordHash} nobody can sign in by password. */
    public record Account(
            UUID id,
            String name,
            String email,
            Role role,
            ZoneId zone,
            Optional<String> passwordHash,
            boolean mustChangePassword,
            boolean disabled) {}

    public Optional<Account> byEmail(String email) {
        return people.byEmail(email).map(Accounts::account);
    }

    public Optional<Account> find(UUID id) {
        return people.findByIdOptional(id).map(Accounts::account);
    }

    /** The person as they see themself. */
    public PersonView self(UUID id) {
        return views.of(require(id), new Onlooker(id, false));
    }

    /** Changes what somebody may change about themself; null leaves a thing as it is. */
    public PersonView describeSelf(UUID id, String name, ZoneId zone, Optional<Integer> read) {
        var person = require(id);
        read.ifPresent(version -> Versions.same(version, person.version));
        person.describe(
                name == null ? person.name : name, person.email, person.role, zone == null ? person.zone() : zone);
        people.flush();
        return self(id);
    }

    public void setPassword(UUID id, String hash, boolean mustChange) {
        require(id).setPassword(hash, mustChange);
    }

    /** Somebody new, without a password yet, in these teams. */
    public Account join(String name, String email, Role role, ZoneId zone, Set<UUID> teamIds) {
        var person = Person.joined(name, email, role, zone, clock.instant());
        people.persistAndFlush(person);
        if (!teamIds.isEmpty()) members.replace(person.id, membership.living(teamIds));
        return account(person);
    }

    /** Refuses a team that does not exist. */
    public void requireTeams(String field, Set<UUID> teamIds) {
        teamIds.forEach(id -> membership.requireTeam(field, id));
    }

    /** Nobody signs in as this person by a password any more, and none need be chosen. */
    public void forgetPassword(UUID id) {
        require(id).setPassword(null, false);
        people.flush();
    }

    /** Whether anybody has ever signed in and chosen a password of their own. */
    public boolean anybodyHasSignedIn() {
        return people.count("id <> ?1 and passwordHash is not null and mustChangePassword = false", OPERATOR) > 0;
    }

    /** Makes the first administrator when there is nobody at all; of several replicas one succeeds. */
    public boolean createFirst(String name, String email, String passwordHash) {
        if (!people.nobodyYet()) return false;
        var made = people.getEntityManager()
                .createNativeQuery("insert into person (id, name, email, role, zone, password_hash,"
                        + " must_change_password, created_at, version)"
                        + " values (:id, :name, :email, 'ADMIN', 'UTC', :hash, true, :at, 0) on conflict do nothing")
                .setParameter("id", UUID.randomUUID())
                .setParameter("name", name)
                .setParameter("email", email)
                .setParameter("hash", passwordHash)
                .setParameter("at", clock.instant())
                .executeUpdate();
        return made == 1;
    }

    private Person require(UUID id) {
        return people.findByIdOptional(id).orElseThrow(() -> new NotFoundException("there is no person " + id));
    }

    private static Account account(Person person) {
        return new Account(
                person.id,
                person.name,
                person.email,
                person.role,
                person.zone(),
                Optional.ofNullable(person.passwordHash),
                person.mustChangePassword,
                person.disabled());
    }
}
