package dev.tocsin.oncall;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

/** Teams for tests, each its own: Asha is paged first, five minutes later Ben, and once more from the beginning. */
@ApplicationScoped
public class Crews {
    /** Somebody with a phone. */
    public record Member(UUID id, String name, String phone) {}

    public record Crew(UUID team, UUID service, UUID integration, String routingKey, Member asha, Member ben) {}

    private static final AtomicInteger NUMBERS = new AtomicInteger(100);

    private final AgroalDataSource database;

    Crews(AgroalDataSource database) {
        this.database = database;
    }

    public Crew crew() {
        return crew("[{\"delay\":\"PT5M\",\"targets\":[%s]},{\"delay\":\"PT5M\",\"targets\":[%s]}]", 1);
    }

    /** {@code steps} is the policy's JSON with a place for Asha's and one for Ben's target. */
    public Crew crew(String steps, int repeats) {
        var routingKey = Secrets.random(32);
        var asha = new Member(UUID.randomUUID(), "Asha", phone());
        var ben = new Member(UUID.randomUUID(), "Ben", phone());
        var crew = new Crew(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), routingKey, asha, ben);
        var policy = UUID.randomUUID();
        try (var sql = database.getConnection()) {
            run(sql, "insert into team values (?, ?, '', now(), null, 0)", crew.team(), "team " + crew.team());
            member(sql, crew.team(), asha);
            member(sql, crew.team(), ben);
            run(
                    sql,
                    "insert into policy values (?, ?, ?, ?, ?::jsonb, now(), null, 0)",
                    policy,
                    "policy " + policy,
                    crew.team(),
                    repeats,
                    steps.formatted(person(asha), person(ben)));
            run(
                    sql,
                    "insert into service (id, name, description, team_id, policy_id, ack_timeout_seconds, created_at,"
                            + " version) values (?, ?, '', ?, ?, 1800, now(), 0)",
                    crew.service(),
                    "checkout " + crew.service().toString().substring(0, 8),
                    crew.team(),
                    policy);
            run(
                    sql,
                    "insert into integration (id, service_id, name, kind, created_at)"
                            + " values (?, ?, 'tests', 'EVENTS_V2', now())",
                    crew.integration(),
                    crew.service());
            run(
                    sql,
                    "insert into integration_key (id, integration_id, key_hash, key_prefix, created_at)"
                            + " values (gen_random_uuid(), ?, ?, ?, now())",
                    crew.integration(),
                    Secrets.hash(routingKey),
                    routingKey.substring(0, 4));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return crew;
    }

    /** Somebody new of this name, in no team, with a phone that may be paged. */
    public Member person(String name) {
        var member = new Member(UUID.randomUUID(), name, phone());
        try (var sql = database.getConnection()) {
            person(sql, member);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return member;
    }

    /** Runs one statement, for what a test must arrange or break. */
    public void run(String statement, Object... parameters) {
        try (var sql = database.getConnection()) {
            run(sql, statement, parameters);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As if somebody had typed the codes of all their contact methods. */
    public void verify(UUID person) {
        run("update contact_method set verified_at = now() where person_id = ? and verified_at is null", person);
    }

    /** The first column of the first row. */
    public Object ask(String query, Object... parameters) {
        try (var sql = database.getConnection();
                var statement = sql.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getObject(1) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public long count(String query, Object... parameters) {
        return ((Number) ask(query, parameters)).longValue();
    }

    private static void member(Connection sql, UUID team, Member member) throws SQLException {
        person(sql, member);
        run(sql, "insert into team_member values (?, ?)", team, member.id());
    }

    private static void person(Connection sql, Member member) throws SQLException {
        run(
                sql,
                "insert into person (id, name, email, role, zone, must_change_password, created_at, version)"
                        + " values (?, ?, ?, 'RESPONDER', 'UTC', false, now(), 0)",
                member.id(),
                member.name(),
                member.id() + "@example.com");
        run(
                sql,
                "insert into contact_method (id, person_id, kind, address, created_at, verified_at)"
                        + " values (?, ?, 'SMS', ?, now(), now())",
                UUID.randomUUID(),
                member.id(),
                member.phone());
    }

    private static void run(Connection sql, String statement, Object... parameters) throws SQLException {
        try (var prepared = sql.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) prepared.setObject(i + 1, parameters[i]);
            prepared.executeUpdate();
        }
    }

    private static String person(Member member) {
        return "{\"kind\":\"person\",\"id\":\"%s\"}".formatted(member.id());
    }

    private static String phone() {
        return "+1555010%04d".formatted(NUMBERS.incrementAndGet());
    }
}
