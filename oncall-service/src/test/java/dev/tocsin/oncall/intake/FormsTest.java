package dev.tocsin.oncall.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.oncall.incident.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Generic JSON, forms, and what Nagios says. */
class FormsTest {
    private static final Mapping OWN = new Mapping(
            "/alert/title",
            "/alert/id",
            "/alert/state",
            "/alert/level",
            "/hosts/0",
            "/at",
            "/alert",
            "/alert/url",
            List.of("green", "true"),
            List.of("seen"));

    @Test
    void goalertsGenericFormIsTheUsualOne() {
        var signal = generic("summary=disk+full&details=97+%25&dedup=d1&meta=team%3Ddb&meta=dc%3Deast", Mapping.USUAL);

        assertThat(signal.title()).isEqualTo("disk full");
        assertThat(signal.dedupKey()).isEqualTo("d1");
        assertThat(signal.details()).contains("{\"details\":\"97 %\",\"meta\":[\"team=db\",\"dc=east\"]}");
        assertThat(generic("summary=disk+full&action=close&dedup=d1", Mapping.USUAL)
                        .action())
                .isEqualTo(Signal.Action.RESOLVE);
    }

    @Test
    void withoutAKeySummaryAndDetailsAreTheKey() {
        var one = generic("{\"summary\":\"a\",\"details\":\"b\"}", Mapping.USUAL);

        assertThat(one.dedupKey())
                .isEqualTo(generic("summary=a&details=b", Mapping.USUAL).dedupKey());
        assertThat(one.dedupKey())
                .isNotEqualTo(generic("summary=a&details=c", Mapping.USUAL).dedupKey());
    }

    @Test
    void aMappingLeadsToWhatAToolHidesInItsOwnForm() {
        var signal = generic("""
                {"alert":{"title":"high load","id":42,"state":"red","level":"warn","url":"https://tool/42"},
                 "hosts":["web1"],"at":"2026-11-23T07:59:00Z"}""", OWN);

        assertThat(signal.action()).isEqualTo(Signal.Action.TRIGGER);
        assertThat(signal.dedupKey()).isEqualTo("42");
        assertThat(signal.severity()).isEqualTo(Severity.WARNING);
        assertThat(signal.source()).contains("web1");
        assertThat(signal.clientUrl()).contains("https://tool/42");
        assertThat(signal.observed()).contains(Instant.parse("2026-11-23T07:59:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"green, RESOLVE", "GREEN, RESOLVE", "true, RESOLVE", "seen, ACKNOWLEDGE", "red, TRIGGER", "ok, RESOLVE"
    })
    void wordsOfTheToolsOwnMeanWhatTheMappingSays(String word, Signal.Action action) {
        assertThat(generic("{\"alert\":{\"title\":\"t\",\"id\":1,\"state\":\"%s\"}}".formatted(word), OWN)
                        .action())
                .isEqualTo(action);
    }

    @Test
    void whatPeopleAreToldMustBeThere() {
        assertThat(GenericForm.read(body("{\"alert\":{}}"), OWN))
                .isEqualTo(new Read.Bad(List.of("/alert/title is missing: it is what people are told")));
    }

    @ParameterizedTest
    @CsvSource({
        "PROBLEM, CRITICAL, TRIGGER, CRITICAL",
        "PROBLEM, WARNING, TRIGGER, WARNING",
        "PROBLEM, UNKNOWN, TRIGGER, WARNING",
        "RECOVERY, OK, RESOLVE, ERROR",
        "ACKNOWLEDGEMENT, CRITICAL, ACKNOWLEDGE, CRITICAL",
        "FLAPPINGSTART, CRITICAL, NOTE, CRITICAL",
        "DOWNTIMEEND, OK, NOTE, ERROR",
        "CUSTOM, OK, NOTE, ERROR"
    })
    void nagiosKindsOfNotificationAreMapped(String type, String state, Signal.Action action, Severity severity) {
        var signal = nagios(
                "type=%s&host=db1&service=Disk+Space&state=%s&output=97+%%25&at=1795420800".formatted(type, state));

        assertThat(signal.action()).isEqualTo(action);
        assertThat(signal.severity()).isEqualTo(severity);
        assertThat(signal.dedupKey()).isEqualTo("service:db1/Disk Space");
        assertThat(signal.observed()).contains(Instant.ofEpochSecond(1795420800));
    }

    @Test
    void aHostOfNagiosIsAnotherTroubleThanItsServices() {
        var host = nagios(
                "type=PROBLEM&host=db1&service=$SERVICEDESC$&state=&output=&hoststate=DOWN&hostoutput=no+answer");

        assertThat(host.dedupKey()).isEqualTo("host:db1");
        assertThat(host.title()).isEqualTo("db1: DOWN, no answer");
        assertThat(host.severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void theKeyComesByHeaderOrLastByThePath() {
        assertThat(DoorKey.of("Bearer k1", "k2")).contains("k1");
        assertThat(DoorKey.of("Token k1", null)).contains("k1");
        assertThat(DoorKey.of(
                        "Basic " + Base64.getEncoder().encodeToString("any:k:1".getBytes(StandardCharsets.UTF_8)),
                        null))
                .contains("k:1");
        assertThat(DoorKey.of("Basic ???", null)).isEmpty();
        assertThat(DoorKey.of(null, "k2")).contains("k2");
        assertThat(DoorKey.of(null, "")).isEmpty();
    }

    @Test
    void bodiesAreBounded() {
        var deep = "{\"a\":" + "[".repeat(200) + "]".repeat(200) + "}";
        assertThat(Foreign.json(deep.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Foreign.Body.Unreadable.class);
        assertThat(Foreign.json(new byte[Foreign.LARGEST + 1])).isInstanceOf(Foreign.Body.TooLarge.class);
        assertThat(Foreign.jsonOrForm("a=%zz".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Foreign.Body.Unreadable.class);
    }

    private static Signal generic(String text, Mapping mapping) {
        return ((Read.Good) GenericForm.read(body(text), mapping))
                .delivery()
                .signals()
                .getFirst();
    }

    private static Signal nagios(String text) {
        return ((Read.Good) NagiosForm.read(body(text))).delivery().signals().getFirst();
    }

    private static ObjectNode body(String text) {
        return ((Foreign.Body.Of) Foreign.jsonOrForm(text.getBytes(StandardCharsets.UTF_8))).fields();
    }
}
