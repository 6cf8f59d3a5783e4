package dev.tocsin.oncall.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.oncall.incident.Severity;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AlertsTest {
    private static final String TWO = """
            {"version":"4","groupKey":"{}:{alertname=\\"DiskFull\\"}","truncatedAlerts":0,"status":"firing","receiver":"tocsin",
             "groupLabels":{"alertname":"DiskFull"},"commonLabels":{},"commonAnnotations":{"summary":"never used"},
             "externalURL":"http://am:9093","notification_reason":"new in 0.34","alerts":[
              {"status":"firing","labels":{"alertname":"DiskFull","instance":"db1:9100","severity":"warning"},
               "annotations":{"summary":"97 % used","runbook_url":"https://wiki/disk"},
               "startsAt":"2026-11-23T07:00:00.123456789Z","endsAt":"0001-01-01T00:00:00Z",
               "generatorURL":"http://prometheus/graph","fingerprint":"0123456789abcdef"},
              {"status":"resolved","labels":{"alertname":"DiskFull","instance":"db2:9100"},"annotations":{},
               "startsAt":"2026-11-23T06:00:00Z","endsAt":"2026-11-23T07:05:00Z","fingerprint":"fedcba9876543210"}]}""";

    @Test
    void eachAlertIsASignalOfItsOwnWhateverTheGroupSays() {
        var delivery = good(TWO);

        assertThat(delivery.signals())
                .extracting(Signal::action)
                .containsExactly(Signal.Action.TRIGGER, Signal.Action.RESOLVE);
        assertThat(delivery.signals())
                .extracting(Signal::dedupKey)
                .containsExactly("0123456789abcdef", "fedcba9876543210");
        var firing = delivery.signals().getFirst();
        assertThat(firing.title()).isEqualTo("DiskFull: 97 % used");
        assertThat(firing.severity()).isEqualTo(Severity.WARNING);
        assertThat(firing.source()).contains("db1:9100");
        assertThat(firing.observed()).contains(Instant.parse("2026-11-23T07:00:00.123456Z"));
        assertThat(firing.client()).contains("Alertmanager");
        assertThat(firing.links())
                .isEqualTo("[{\"href\":\"https://wiki/disk\",\"text\":\"Runbook\"},"
                        + "{\"href\":\"http://prometheus/graph\",\"text\":\"Source\"}]");
        assertThat(delivery.signals().get(1).observed()).contains(Instant.parse("2026-11-23T07:05:00Z"));
        assertThat(delivery.signals().get(1).title()).isEqualTo("DiskFull instance=db2:9100");
        assertThat(delivery.group().orElseThrow().whole()).isTrue();
    }

    @Test
    void aTruncatedGroupSaysNothingOfWhatIsAbsent() {
        assertThat(good(TWO.replace("\"truncatedAlerts\":0", "\"truncatedAlerts\":3"))
                        .group()
                        .orElseThrow()
                        .whole())
                .isFalse();
    }

    @Test
    void grafanaMayLeaveItsValuesNullAndItsVersionOut() {
        var delivery = good("""
                {"orgId":1,"title":"[FIRING:1] Latency","state":"alerting","message":"**Firing**","alerts":[
                  {"status":"firing","labels":{"alertname":"DatasourceNoData","rulename":"Latency"},"annotations":{},
                   "startsAt":"2026-11-23T07:00:00Z","endsAt":"0001-01-01T00:00:00Z","values":null,"valueString":"",
                   "silenceURL":"https://grafana/silence","dashboardURL":"javascript:alert(1)","fingerprint":"57c6d9296de2ad39"}]}""");

        var signal = delivery.signals().getFirst();
        assertThat(signal.client()).contains("Grafana");
        assertThat(signal.title()).isEqualTo("DatasourceNoData rulename=Latency");
        assertThat(signal.links()).contains("https://grafana/silence").doesNotContain("javascript");
        assertThat(delivery.group()).isEmpty();
    }

    @Test
    void grafanasOldAlertingIsOneSignalARule() {
        var firing = good("""
                {"ruleId":7,"ruleName":"Queue","state":"alerting","message":"too long","ruleUrl":"https://grafana/d/1"}""").signals().getFirst();
        assertThat(firing.dedupKey()).isEqualTo("rule:7");
        assertThat(firing.title()).isEqualTo("Queue: too long");
        assertThat(good("{\"ruleId\":7,\"ruleName\":\"Queue\",\"state\":\"ok\"}")
                        .signals()
                        .getFirst()
                        .action())
                .isEqualTo(Signal.Action.RESOLVE);
        assertThat(good("{\"ruleId\":7,\"state\":\"no_data\"}")
                        .signals()
                        .getFirst()
                        .title())
                .isEqualTo("rule:7 (no data)");
    }

    @Test
    void anAlertWithoutAFingerprintIsKnownByItsLabels() {
        var one = good("{\"alerts\":[{\"labels\":{\"a\":\"1\",\"b\":\"2\"}}]}").signals();
        var two = good("{\"alerts\":[{\"labels\":{\"b\":\"2\",\"a\":\"1\"}}]}").signals();

        assertThat(one.getFirst().dedupKey())
                .hasSize(64)
                .isEqualTo(two.getFirst().dedupKey());
    }

    @Test
    void aFormThatIsNeitherIsRefusedInWords() {
        assertThat(Alerts.read(body("{\"hello\":1}")))
                .isEqualTo(
                        new Read.Bad(List.of("alerts is missing: this is neither Alertmanager's nor Grafana's form")));
    }

    @Test
    void anAbsentAlertHasLeftItsGroupOnlyWhenThePayloadIsNewerThanIt() {
        var now = Instant.parse("2026-11-23T08:00:00Z");
        var begun = Optional.of(now.minusSeconds(20));

        assertThat(Delivery.Group.hasLeft(Optional.of(now.minusSeconds(10)), begun, now.minusSeconds(5), now))
                .as("the payload knows of something newer")
                .isTrue();
        assertThat(Delivery.Group.hasLeft(Optional.of(now.minusSeconds(30)), begun, now.minusSeconds(5), now))
                .as("a payload from before, overtaken")
                .isFalse();
        assertThat(Delivery.Group.hasLeft(Optional.of(now.minusSeconds(30)), begun, now.minusSeconds(61), now))
                .as("too much later to have been overtaken")
                .isTrue();
    }

    private static Delivery good(String body) {
        return ((Read.Good) Alerts.read(body(body))).delivery();
    }

    private static JsonNode body(String text) {
        return ((Foreign.Body.Of) Foreign.json(text.getBytes(StandardCharsets.UTF_8))).fields();
    }
}
