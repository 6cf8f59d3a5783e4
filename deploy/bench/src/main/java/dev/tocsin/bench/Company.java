package dev.tocsin.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** People with proven phones, and services that page them, written straight into the database. */
final class Company {
    /** A service; its first step pages one person, or a whole team. {@code routingKey} is its Events v2 key. */
    record Service(UUID id, String routingKey) {}

    private final Connection database;
    private final String run;
    private int phones;

    Company(Connection database, String run) {
        this.database = database;
        this.run = run;
    }

    /** So many services, each paging a person of its own at once and nobody else for an hour. */
    List<Service> alone(String name, int services) throws SQLException {
        var team = team(name);
        var made = new ArrayList<Service>();
        for (int i = 0; i < services; i++) {
            var person = person(team);
            made.add(service(name + " " + i, team, "{\"kind\": \"person\", \"id\": \"%s\"}".formatted(person)));
        }
        return made;
    }

    /** So many services, each paging a team of so many people at once. */
    List<Service> together(String name, int services, int members) throws SQLException {
        var made = new ArrayList<Service>();
        for (int i = 0; i < services; i++) {
            var team = team(name + " " + i);
            for (int m = 0; m < members; m++) person(team);
            made.add(service(name + " " + i, team, "{\"kind\": \"team\", \"id\": \"%s\"}".formatted(team)));
        }
        return made;
    }

    private UUID team(String name) throws SQLException {
        var id = UUID.randomUUID();
        run(
                "insert into team (id, name, description, created_at, version) values (?, ?, '', now(), 0)",
                id,
                unique(name));
        return id;
    }

    private UUID person(UUID team) throws SQLException {
        var id = UUID.randomUUID();
        int number = phones++;
        run(
                "insert into person (id, name, email, role, zone, must_change_password, created_at, version)"
                        + " values (?, ?, ?, 'RESPONDER', 'UTC', false, now(), 0)",
                id,
                "Bench " + number,
                "bench-%s-%d@example.org".formatted(run, number));
        run("insert into team_member (team_id, person_id) values (?, ?)", team, id);
        run(
                "insert into contact_method (id, person_id, kind, address, created_at, verified_at)"
                        + " values (?, ?, 'SMS', ?, now(), now())",
                UUID.randomUUID(),
                id,
                "+1201555%05d".formatted(number));
        return id;
    }

    private Service service(String name, UUID team, String target) throws SQLException {
        var policy = UUID.randomUUID();
        run(
                "insert into policy (id, name, team_id, repeats, steps, created_at, version)"
                        + " values (?, ?, ?, 0, ?::jsonb, now(), 0)",
                policy,
                unique(name),
                team,
                "[{\"delay\": \"PT1H\", \"targets\": [%s]}]".formatted(target));
        var service =
                new Service(UUID.randomUUID(), UUID.randomUUID().toString().replace("-", ""));
        run(
                "insert into service (id, name, description, team_id, policy_id, created_at, version)"
                        + " values (?, ?, '', ?, ?, now(), 0)",
                service.id(),
                unique(name),
                team,
                policy);
        var integration = UUID.randomUUID();
        run(
                "insert into integration (id, service_id, name, kind, created_at) values (?, ?, 'bench', 'EVENTS_V2', now())",
                integration,
                service.id());
        run(
                "insert into integration_key (id, integration_id, key_hash, key_prefix, created_at)"
                        + " values (?, ?, ?, ?, now())",
                UUID.randomUUID(),
                integration,
                hash(service.routingKey()),
                service.routingKey().substring(0, 4));
        return service;
    }

    private String unique(String name) {
        return "Bench %s %s".formatted(run, name);
    }

    private void run(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
            statement.executeUpdate();
        }
    }

    private static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
