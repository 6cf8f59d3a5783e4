package dev.tocsin.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How long from an event to its text on the wire, on a quiet system: one event every 50 ms, each a new incident, each
 * paging one person at once.
 *
 * <p>Two figures over the same incidents. From the 202's arrival here, which follows the commit (so it is a little short
 * of commit to wire); and from just before the event was sent (so it is more than commit to wire). The text's time is the
 * simulator's, taken when the request arrives. All clocks are this machine's.
 */
final class PagingBench {
    private static final Duration BETWEEN = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PHONE = "+12015550199";
    /** Within a minute more than these would come in one text. */
    private static final int PAGES_A_PERSON = 4;

    private static final Pattern CODE = Pattern.compile("code is (\\d{6})");
    private static final Pattern NAME = Pattern.compile("bench-[0-9a-f]{8}-\\d+");

    private final Running tocsin;

    PagingBench(Running tocsin) {
        this.tocsin = tocsin;
    }

    private record Sent(Instant before, Instant accepted) {}

    String run(int incidents) throws IOException, InterruptedException {
        var run = UUID.randomUUID().toString().substring(0, 8);
        var routingKeys = new ArrayList<String>();
        for (var i = 0; i < incidents; i += PAGES_A_PERSON) routingKeys.add(someoneToPage(run + "-" + i));
        var sent = new HashMap<String, Sent>();
        for (var i = 0; i < incidents; i++) {
            var name = "bench-" + run + "-" + i;
            var before = Instant.now();
            tocsin.post(tocsin.at("oncall", "/v2/enqueue"), "none", trigger(routingKeys.get(i / PAGES_A_PERSON), name));
            sent.put(name, new Sent(before, Instant.now()));
            Thread.sleep(BETWEEN);
        }
        var texts = awaitTexts(run, incidents);
        for (var i = 0; i < incidents; i++) {
            var resolve = resolve(routingKeys.get(i / PAGES_A_PERSON), "bench-" + run + "-" + i);
            tocsin.post(tocsin.at("oncall", "/v2/enqueue"), "none", resolve);
        }
        var fromAccepted = texts.entrySet().stream()
                .mapToLong(t -> Math.max(
                        0,
                        Duration.between(sent.get(t.getKey()).accepted(), t.getValue())
                                .toNanos()))
                .toArray();
        var fromSent = texts.entrySet().stream()
                .mapToLong(t -> Duration.between(sent.get(t.getKey()).before(), t.getValue())
                        .toNanos())
                .toArray();
        return """
                paging: %d incidents, %d with a text on the wire
                  202 received -> text on the wire: %s
                  event sent   -> text on the wire: %s""".formatted(incidents, texts.size(), Spread.of(fromAccepted), Spread.of(fromSent));
    }

    /** A team of one, on call by a policy that names them; answers the routing key of a service of theirs. */
    private String someoneToPage(String run) throws IOException, InterruptedException {
        var token = tocsin.token();
        var team = create(token, "/api/v1/teams", object("name", "Bench " + run));
        var person = Running.JSON.createObjectNode();
        person.put("name", "Bench " + run)
                .put("email", "bench-" + run + "@example.org")
                .put("role", "responder");
        person.put("zone", "UTC").put("phone", PHONE).putArray("teamIds").add(team);
        var personId = create(token, "/api/v1/people", person);
        provePhone(token, personId);
        var policy = object("name", "Bench " + run);
        policy.put("teamId", team).put("repeats", 0);
        var step = policy.putArray("steps").addObject().put("delay", "PT1H");
        step.putArray("targets").addObject().put("kind", "person").put("id", personId);
        var policyId = create(token, "/api/v1/policies", policy);
        var service = object("name", "Bench " + run);
        service.put("teamId", team).put("policyId", policyId);
        var serviceId = create(token, "/api/v1/services", service);
        return tocsin.post(
                        tocsin.at("oncall", "/api/v1/services/" + serviceId + "/integrations"),
                        token,
                        object("name", "bench").put("kind", "events-v2"))
                .path("routingKey")
                .asText();
    }

    /** Types the code that arrives on the phone: nobody is paged by a number that is not proven. */
    private void provePhone(String token, String personId) throws IOException, InterruptedException {
        var methods = "/api/v1/people/" + personId + "/contact-methods";
        var id = Running.JSON
                .readTree(tocsin.get(tocsin.at("oncall", methods), token))
                .path(0)
                .path("id")
                .asText();
        var verification = methods + "/" + id + "/verification";
        tocsin.post(tocsin.at("oncall", verification), token, Running.JSON.createObjectNode());
        var texts = Running.JSON.readTree(tocsin.get(
                tocsin.at("phones", "/phones/" + URLEncoder.encode(PHONE, StandardCharsets.UTF_8) + "/messages")));
        var code = CODE.matcher(texts.path(texts.size() - 1).path("body").asText());
        if (!code.find()) throw new IllegalStateException("no code arrived on the phone");
        tocsin.post(tocsin.at("oncall", verification + "/confirm"), token, object("code", code.group(1)));
    }

    private String create(String token, String path, JsonNode body) throws IOException, InterruptedException {
        return tocsin.post(tocsin.at("oncall", path), token, body).path("id").asText();
    }

    private Map<String, Instant> awaitTexts(String run, int wanted) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var texts = texts(run);
            if (texts.size() >= wanted || System.nanoTime() > deadline) return texts;
            Thread.sleep(200);
        }
    }

    /** The first text that names each incident of this run. */
    private Map<String, Instant> texts(String run) throws IOException, InterruptedException {
        var texts = new HashMap<String, Instant>();
        for (var line : tocsin.get(tocsin.at("phones", "/truth")).lines().toList()) {
            var entry = Running.JSON.readTree(line);
            if (!entry.path("kind").asText().equals("request")) continue;
            var name = NAME.matcher(entry.path("body").asText());
            if (name.find() && name.group().contains(run))
                texts.putIfAbsent(name.group(), Instant.parse(entry.path("at").asText()));
        }
        return texts;
    }

    private static JsonNode trigger(String routingKey, String name) {
        var event =
                object("routing_key", routingKey).put("event_action", "trigger").put("dedup_key", name);
        event.putObject("payload").put("summary", name).put("source", "bench").put("severity", "critical");
        return event;
    }

    private static JsonNode resolve(String routingKey, String name) {
        return object("routing_key", routingKey).put("event_action", "resolve").put("dedup_key", name);
    }

    private static com.fasterxml.jackson.databind.node.ObjectNode object(String name, String value) {
        return Running.JSON.createObjectNode().put(name, value);
    }
}
