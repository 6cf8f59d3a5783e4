package dev.tocsin.oncall;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import static dev.tocsin.oncall.Callers.BEN;

/** Teams, schedules, policies, services for tests that need some; made over the API, by Ben. */
@ApplicationScoped
public class Drawn {
    private final Callers callers;

    Drawn(Callers callers) {
        this.callers = callers;
    }

    public UUID team(String name) {
        callers.exist();
        return post("/api/v1/teams", """
                {"name": "%s"}""".formatted(name));
    }

    /** A weekly rotation in UTC whose first handoff was on Monday, 23 November 2026, 00:00. */
    public UUID schedule(String name, UUID team, UUID... members) {
        return post("/api/v1/schedules", scheduleBody(name, team, "2026-11-23T00:00", null, members));
    }

    public static String scheduleBody(String name, UUID team, String firstHandoff, Integer version, UUID... members) {
        var people = Arrays.stream(members).map("\"%s\""::formatted).collect(Collectors.joining(","));
        return """
                {"name": "%s", "teamId": "%s", "zone": "UTC", "version": %s, "layers": [
                  {"name": "weeks", "every": "weekly", "length": 1, "firstHandoff": "%s", "members": [%s]}]}""".formatted(name, team, version, firstHandoff, people);
    }

    /** One step that reaches one target and waits five minutes; one repeat. */
    public UUID policy(String name, UUID team, String kind, UUID target) {
        return post("/api/v1/policies", """
                {"name": "%s", "teamId": "%s", "repeats": 1, "steps": [
                  {"delay": "PT5M", "targets": [{"kind": "%s", "id": "%s"}]}]}""".formatted(name, team, kind, target));
    }

    public UUID service(String name, UUID team, UUID policy) {
        return post("/api/v1/services", """
                {"name": "%s", "teamId": "%s", "policyId": "%s", "ackTimeout": "PT30M"}""".formatted(name, team, policy));
    }

    /** A service with everything it needs, which pages Ben. */
    public UUID serviceThatPagesBen(String name) {
        var team = team(name + " team");
        return service(name, team, policy(name + " policy", team, "person", BEN));
    }

    private UUID post(String path, String body) {
        return callers.ben()
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("id");
    }
}
