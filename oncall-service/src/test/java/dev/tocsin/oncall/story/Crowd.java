package dev.tocsin.oncall.story;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import static java.util.stream.Collectors.joining;

/** A team of a story, and what it owns. Everything is made over the API by an administrator. */
final class Crowd {
    private final Story story;
    private final UUID id;
    private final String name;

    Crowd(Story story, String name, List<Somebody> members) {
        this.story = story;
        this.name = Story.unique(name);
        this.id = made("/api/v1/teams", "{\"name\": \"%s\"}".formatted(this.name));
        for (var member : members) {
            story.callers
                    .asha()
                    .put("/api/v1/teams/" + id + "/members/" + member.id())
                    .then()
                    .statusCode(200);
        }
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    /** A step of a policy: whom it reaches, and how many minutes it waits before the next. */
    record Step(long minutes, String targets) {}

    static Step step(long minutes, Somebody... people) {
        return new Step(
                minutes,
                Arrays.stream(people).map(p -> target("person", p.id())).collect(joining(",")));
    }

    static Step stepOnCall(long minutes, UUID... schedules) {
        return new Step(
                minutes,
                Arrays.stream(schedules).map(s -> target("schedule", s)).collect(joining(",")));
    }

    static Step stepTeam(long minutes, Crowd... teams) {
        return new Step(
                minutes, Arrays.stream(teams).map(t -> target("team", t.id())).collect(joining(",")));
    }

    private static String target(String kind, UUID id) {
        return "{\"kind\": \"%s\", \"id\": \"%s\"}".formatted(kind, id);
    }

    UUID policy(int repeats, Step... steps) {
        return made("/api/v1/policies", """
                {"name": "%s", "teamId": "%s", "repeats": %d, "steps": [%s]}""".formatted(
                Story.unique(name + " policy"),
                id,
                repeats,
                Arrays.stream(steps)
                        .map(s -> "{\"delay\": \"PT%dM\", \"targets\": [%s]}".formatted(s.minutes(), s.targets()))
                        .collect(Collectors.joining(","))));
    }

    /** A rotation of one layer: {@code every} is daily or weekly, {@code firstHandoff} local in {@code zone}. */
    UUID schedule(String zone, String every, String firstHandoff, Somebody... members) {
        return made("/api/v1/schedules", """
                {"name": "%s", "teamId": "%s", "zone": "%s", "layers": [
                  {"name": "rotation", "every": "%s", "length": 1, "firstHandoff": "%s", "members": [%s]}]}""".formatted(
                        Story.unique(name + " schedule"),
                        id,
                        zone,
                        every,
                        firstHandoff,
                        Arrays.stream(members).map(m -> "\"" + m.id() + "\"").collect(joining(","))));
    }

    /** A service with an Events v2 key, whose policy has these steps and no repeat; acknowledgements time out in 30 minutes. */
    Watched service(String service, Step... steps) {
        return service(service, policy(0, steps));
    }

    Watched service(String service, UUID policy) {
        var unique = Story.unique(service);
        var made = made("/api/v1/services", """
                {"name": "%s", "teamId": "%s", "policyId": "%s", "ackTimeout": "PT30M"}""".formatted(unique, id, policy));
        var key = story.callers
                .asha()
                .body("{\"name\": \"story\", \"kind\": \"events-v2\"}")
                .post("/api/v1/services/" + made + "/integrations")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new Watched(story, made, unique, key.getUUID("id"), key.getString("routingKey"));
    }

    /** Posts as an administrator and gives the new thing's id. */
    UUID made(String path, String body) {
        return story.callers
                .asha()
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("id");
    }
}
