package dev.tocsin.monitor.alerting;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.monitor.verdict.Change;
import dev.tocsin.monitor.verdict.Observation;
import dev.tocsin.monitor.verdict.Outcome;
import dev.tocsin.monitor.verdict.Signal;
import dev.tocsin.monitor.verdict.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EventTest {
    private static final UUID ID = UUID.fromString("3f1c7a52-9a41-4c64-8d0e-5d2f7b8f1a10");
    private static final Instant FIRST = Instant.parse("2026-11-22T03:00:10.250Z");
    private static final Path CONTRACTS = Path.of("../oncall-service/src/test/contracts");

    @Test
    void aTriggerSaysWhatIsDownSinceWhenAndWhatWasTried() {
        var event = json("checkout", State.DOWN, "HTTP 503, wanted 200", Signal.TRIGGER);
        assertThat(event.at("/event_action").asText()).isEqualTo("trigger");
        assertThat(event.at("/dedup_key").asText()).isEqualTo("check:" + ID);
        assertThat(event.at("/payload/summary").asText()).isEqualTo("checkout: HTTP 503, wanted 200");
        assertThat(event.at("/payload/source").asText()).isEqualTo("shop.example");
        assertThat(event.at("/payload/severity").asText()).isEqualTo("critical");
        assertThat(event.at("/payload/timestamp").asText()).isEqualTo("2026-11-22T03:00:10.250Z");
        assertThat(event.at("/payload/component").asText()).isEqualTo("checkout");
        assertThat(event.at("/payload/class").asText()).isEqualTo("http");
        assertThat(event.at("/payload/custom_details/check_id").asText()).isEqualTo(ID.toString());
        assertThat(event.at("/payload/custom_details/attempts")).hasSize(2);
        assertThat(event.at("/payload/custom_details/worst_case_detection").asText())
                .isEqualTo("PT35S");
        assertThat(event.at("/client").asText()).isEqualTo("Tocsin monitor");
        assertThat(event.at("/client_url").asText()).isEqualTo("https://tocsin.test/checks/" + ID);
    }

    @Test
    void aLongReasonIsCutToWhatAnEventMayHold() {
        var event = json("x".repeat(200), State.DOWN, "y".repeat(2000), Signal.TRIGGER);
        assertThat(event.at("/payload/summary").asText()).hasSize(1024);
    }

    /** The receiver's own examples: what they hold, ours holds in the same place and of the same kind. */
    @ParameterizedTest
    @CsvSource({"event-trigger.json, TRIGGER, DOWN", "event-resolve.json, RESOLVE, UP"})
    void theReceiversExamplesHaveTheSameShape(String file, Signal signal, State to) throws IOException {
        var example =
                (ObjectNode) FixedConfig.json().readTree(CONTRACTS.resolve(file).toFile());
        assertThat(example.remove("routing_key").asText()).hasSize(32); // joins the event on the way out
        example.remove("links"); // a runbook is the receiver's to know
        assertSameShape(file, example, json("checkout", to, to == State.UP ? "" : "HTTP 503, wanted 200", signal));
    }

    private static void assertSameShape(String where, JsonNode example, JsonNode ours) {
        assertThat(ours.getNodeType()).as(where).isEqualTo(example.getNodeType());
        if (where.endsWith("event_action")) assertThat(ours).isEqualTo(example);
        if (example.isArray()) assertSameShape(where + "[0]", example.path(0), ours.path(0));
        example.properties()
                .forEach(e -> assertSameShape(where + "/" + e.getKey(), e.getValue(), ours.path(e.getKey())));
    }

    private static JsonNode json(String name, State to, String reason, Signal signal) {
        var subject = new Subject(ID, name, "http", "shop.example", Duration.ofSeconds(35), Optional.empty());
        var attempts = List.of(attempt(FIRST), attempt(FIRST.plusSeconds(10)));
        var change = new Change(State.UP, to, FIRST.plusSeconds(10), FIRST, reason, Optional.of(signal), attempts);
        return FixedConfig.json()
                .valueToTree(Event.of(
                        subject,
                        change,
                        signal,
                        Proof.of(change, Optional.empty()),
                        URI.create("https://tocsin.test/")));
    }

    private static Observation attempt(Instant at) {
        return new Observation(at, Outcome.DOWN, "HTTP 503, wanted 200", Duration.ofMillis(120));
    }
}
