package dev.tocsin.oncall.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tocsin.oncall.incident.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EventsV2Test {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theMonitorsTriggerIsRead() throws Exception {
        var signal = good(JSON.readTree(Files.readString(Path.of("src/test/contracts/event-trigger.json"))));

        assertThat(signal.action()).isEqualTo(Signal.Action.TRIGGER);
        assertThat(signal.dedupKey()).isEqualTo("check:5e8ff5f0-3c52-4ef6-9d0f-6d7f2c1f8a11");
        assertThat(signal.title()).isEqualTo("checkout-web: HTTP 503, wanted 200");
        assertThat(signal.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(signal.observed()).contains(Instant.parse("2026-11-22T02:11:54.123Z"));
        assertThat(signal.checkId()).contains("5e8ff5f0-3c52-4ef6-9d0f-6d7f2c1f8a11");
        assertThat(signal.sender().name()).isEqualTo("Tocsin monitor");
        assertThat(signal.links())
                .isEqualTo("[{\"href\":\"https://wiki.example.com/runbooks/checkout\",\"text\":\"Runbook\"}]");
    }

    @Test
    void theMonitorsResolveIsRead() throws Exception {
        var signal = good(JSON.readTree(Files.readString(Path.of("src/test/contracts/event-resolve.json"))));

        assertThat(signal.action()).isEqualTo(Signal.Action.RESOLVE);
        assertThat(signal.observed()).contains(Instant.parse("2026-11-22T02:47:10.402Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2015-07-17T08:42:58.315+0000, 2015-07-17T08:42:58.315Z",
        "2015-07-17T08:42:58.315+02:00, 2015-07-17T06:42:58.315Z",
        "2015-07-17T08:42:58Z, 2015-07-17T08:42:58Z",
        "2015-07-17T08:42:58+02, 2015-07-17T06:42:58Z",
        "2015-07-17 08:42:58, 2015-07-17T08:42:58Z"
    })
    void timesAreReadAsToolsWriteThem(String text, Instant instant) {
        assertThat(Lenient.instant(JsonNodeFactory.instance.textNode(text))).contains(instant);
    }

    @ParameterizedTest
    @CsvSource({"''", "yesterday", "1437122578"})
    void aTimeThatCannotBeReadIsNoTime(String text) {
        assertThat(Lenient.instant(JsonNodeFactory.instance.textNode(text))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"critical, CRITICAL", "Page, CRITICAL", "warn, WARNING", "high, CRITICAL", "banana, ERROR", "info, INFO"
    })
    void aSeverityWeDoNotKnowIsMapped(String word, Severity severity) {
        assertThat(Severity.like(word)).isEqualTo(severity);
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() throws Exception {
        var read = EventsV2.read(JSON.readTree("{\"event_action\":\"resolve\",\"dedup_key\":\"\"}"));

        assertThat(read)
                .isEqualTo(new EventsV2.Read.Bad(List.of(
                        "routing_key is missing", "dedup_key is missing (an acknowledge or resolve needs it)")));
    }

    @Test
    void aLinkThatIsNoWebAddressIsNotShown() throws Exception {
        assertThat(EventsV2.links(JSON.readTree(
                        "[{\"href\":\"javascript:alert(1)\"},{\"text\":\"no\"},{\"href\":\"https://a\"}]")))
                .isEqualTo("[{\"href\":\"https://a\"}]");
    }

    @Test
    void nulCharactersAndOverlongSummariesDoNotBreakAnything() throws Exception {
        var signal = good(JSON.readTree("""
                {"routing_key":"k","event_action":"trigger","payload":{"summary":"a\\u0000b%s","custom_details":"text"}}""".formatted("x".repeat(2000))));

        assertThat(signal.title()).startsWith("abx").hasSize(1024);
        assertThat(signal.details()).contains("\"text\"");
    }

    private static Signal good(JsonNode body) {
        return ((EventsV2.Read.Good) EventsV2.read(body)).signal();
    }
}
