package dev.tocsin.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Sets things up over the REST API, as a script of the company would, and looks at what came of it. */
final class Operator {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI oncall;
    private final Phones phones;
    private final String token;

    Operator(RunningTocsin tocsin) {
        this(tocsin, tocsin.oncall());
    }

    /** Speaks to another oncall-service than the one the launcher started. */
    Operator(RunningTocsin tocsin, URI oncall) {
        this.oncall = oncall;
        this.phones = new Phones(tocsin.phones());
        this.token = send("POST", "/api/v1/token", tocsin.operatorToken(), null)
                .path("token")
                .asText();
    }

    /** What other services take for proof that this is the operator, for some minutes. */
    String token() {
        return token;
    }

    /** A team of this one person, on call at once by a policy of one step; answers a routing key of their service. */
    String routingKeyOfServicePaging(Person person, String service) {
        var team = create("/api/v1/teams", object("name", service + " team"));
        var someone = object("name", person.name())
                .put("email", person.email())
                .put("role", "responder")
                .put("zone", "UTC")
                .put("phone", person.phone());
        someone.putArray("teamIds").add(team);
        var personId = create("/api/v1/people", someone);
        provesPhone(personId, person);
        var policy = object("name", service + " policy").put("teamId", team).put("repeats", 0);
        policy.putArray("steps")
                .addObject()
                .put("delay", "PT30M")
                .putArray("targets")
                .addObject()
                .put("kind", "person")
                .put("id", personId);
        var policyId = create("/api/v1/policies", policy);
        var serviceId = create(
                "/api/v1/services", object("name", service).put("teamId", team).put("policyId", policyId));
        return post(
                        "/api/v1/services/" + serviceId + "/integrations",
                        object("name", "outside").put("kind", "events-v2"))
                .path("routingKey")
                .asText();
    }

    /** Types the code that arrives on the phone: a number is not paged before. */
    private void provesPhone(String personId, Person person) {
        var methods = "/api/v1/people/" + personId + "/contact-methods";
        var method = send("GET", methods, token, null).path(0).path("id").asText();
        post(methods + "/" + method + "/verification", JSON.createObjectNode());
        var code = phones.of(person.phone()).code();
        post(methods + "/" + method + "/verification/confirm", object("code", code));
    }

    /** What is known of an incident here: its title, its state, and how often its source spoke. */
    record Incident(String id, String title, String state, int signals) {}

    /** All incidents, newest first. */
    List<Incident> incidents() {
        return StreamSupport.stream(
                        send("GET", "/api/v1/incidents", token, null)
                                .path("items")
                                .spliterator(),
                        false)
                .map(Operator::incident)
                .toList();
    }

    /** All incidents whose title begins so, page by page. */
    List<Incident> incidents(String beginning) {
        var found = new ArrayList<Incident>();
        var cursor = "";
        do {
            var page = send("GET", "/api/v1/incidents?limit=200" + cursor, token, null);
            page.path("items").forEach(i -> found.add(incident(i)));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asText();
        } while (!cursor.isEmpty());
        return found.stream().filter(i -> i.title().startsWith(beginning)).toList();
    }

    /** How many requests for an incident's pages say of themselves that the text may come twice. */
    long possibleDuplicates(Incident incident) {
        var pages =
                send("GET", "/api/v1/incidents/" + incident.id(), token, null).path("pages");
        return pages.findValues("possibleDuplicate").stream()
                .filter(JsonNode::asBoolean)
                .count();
    }

    private static Incident incident(JsonNode i) {
        return new Incident(
                i.path("id").asText(),
                i.path("title").asText(),
                i.path("state").asText(),
                i.path("signals").asInt());
    }

    private String create(String path, ObjectNode body) {
        return post(path, body).path("id").asText();
    }

    private JsonNode post(String path, ObjectNode body) {
        return send("POST", path, token, body);
    }

    private static ObjectNode object(String name, String value) {
        return JSON.createObjectNode().put(name, value);
    }

    private JsonNode send(String method, String path, String bearer, ObjectNode body) {
        try {
            var response = http.send(
                    HttpRequest.newBuilder(oncall.resolve(path))
                            .timeout(Duration.ofSeconds(20))
                            .header("Authorization", "Bearer " + bearer)
                            .header("Content-Type", "application/json")
                            .method(
                                    method,
                                    body == null
                                            ? HttpRequest.BodyPublishers.noBody()
                                            : HttpRequest.BodyPublishers.ofString(body.toString()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2)
                throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
