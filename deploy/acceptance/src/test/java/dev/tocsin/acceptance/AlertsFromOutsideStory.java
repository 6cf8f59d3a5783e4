package dev.tocsin.acceptance;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

import com.github.dikhan.pagerduty.client.events.PagerDutyEventsClient;
import com.github.dikhan.pagerduty.client.events.domain.AcknowledgeIncident.AcknowledgeIncidentBuilder;
import com.github.dikhan.pagerduty.client.events.domain.Payload;
import com.github.dikhan.pagerduty.client.events.domain.ResolveIncident.ResolveIncidentBuilder;
import com.github.dikhan.pagerduty.client.events.domain.Severity;
import com.github.dikhan.pagerduty.client.events.domain.TriggerIncident.TriggerIncidentBuilder;
import com.github.dikhan.pagerduty.client.events.exceptions.NotifyEventException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import static org.assertj.core.api.Assertions.assertThat;

/** Tools that speak to PagerDuty page through us, with nothing changed but the URL and the key. */
class AlertsFromOutsideStory {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static RunningTocsin tocsin;
    private static Operator operator;
    private static Phones phones;

    @BeforeAll
    static void tocsinRuns() {
        tocsin = RunningTocsin.start();
        operator = new Operator(tocsin);
        phones = new Phones(tocsin.phones());
    }

    @AfterAll
    static void tocsinStops() {
        if (tocsin != null) tocsin.close();
    }

    @Test
    void thePublicPagerDutyClientTriggersAcknowledgesAndResolves() throws NotifyEventException {
        var chidi = new Person("Chidi Obi", "chidi@example.org", "+12015550167");
        var key = operator.routingKeyOfServicePaging(chidi, "Billing");
        var client =
                PagerDutyEventsClient.create(tocsin.oncall() + "/v2/enqueue", tocsin.oncall() + "/v2/change/enqueue");
        var trouble = Payload.Builder.newBuilder()
                .setSummary("invoices are stuck")
                .setSource("billing-1")
                .setSeverity(Severity.CRITICAL)
                .setTimestamp(OffsetDateTime.now())
                .build();

        var answer = client.trigger(TriggerIncidentBuilder.newBuilder(key, trouble)
                .setDedupKey("billing/queue")
                .build());
        assertThat(answer.getStatus()).isEqualTo("success");
        assertThat(answer.getDedupKey()).isEqualTo("billing/queue");
        assertThat(phones.of(chidi.phone()).awaitText(1, SOON).body()).contains("invoices are stuck");

        client.acknowledge(
                AcknowledgeIncidentBuilder.newBuilder(key, "billing/queue").build());
        awaitState("invoices are stuck", "acknowledged");
        client.resolve(ResolveIncidentBuilder.newBuilder(key, "billing/queue").build());
        awaitState("invoices are stuck", "resolved");
    }

    @Test
    @EnabledIf(value = "alertmanagerIsInstalled", disabledReason = "Alertmanager is not installed here")
    void debiansAlertmanagerTriggersAndResolves() {
        var dora = new Person("Dora Lind", "dora@example.org", "+12015550178");
        var key = operator.routingKeyOfServicePaging(dora, "Warehouse");
        try (var alertmanager = Alertmanager.withPagerDuty(tocsin.oncall().resolve("/v2/enqueue"), key)) {
            alertmanager.fires("DiskFull", "the disk of the warehouse is full");
            assertThat(phones.of(dora.phone()).awaitText(1, SOON).body())
                    .contains("Warehouse")
                    .contains("DiskFull");
            alertmanager.ends("DiskFull", "the disk of the warehouse is full");
            Await.until(
                    "Alertmanager's resolve arrives",
                    SOON,
                    () -> operator.incidents().stream()
                            .filter(i ->
                                    i.title().contains("DiskFull") && i.state().equals("resolved"))
                            .findFirst());
            assertThat(phones.of(dora.phone()).received()).hasSize(1);
        }
    }

    @Test
    @EnabledIf(value = "alertmanagerIsInstalled", disabledReason = "Alertmanager is not installed here")
    void debiansAlertmanagersOwnWebhookResolvesOneAlertOfAGroupAndThenTheOther() {
        var emil = new Person("Emil Roth", "emil@example.org", "+12015550189");
        var key = operator.routingKeyOfServicePaging(emil, "Harbour");
        try (var alertmanager = Alertmanager.withWebhook(tocsin.oncall().resolve("/in/alertmanager"), key)) {
            alertmanager.fires("CraneStuck", "crane one is stuck");
            awaitState("CraneStuck: crane one is stuck", "triggered");
            assertThat(phones.of(emil.phone()).awaitText(1, SOON).body()).contains("CraneStuck");
            alertmanager.fires("GateOpen", "gate two is open");
            awaitState("GateOpen: gate two is open", "triggered");
            alertmanager.ends("CraneStuck", "crane one is stuck");
            awaitState("CraneStuck: crane one is stuck", "resolved");
            awaitState("GateOpen: gate two is open", "triggered");
            alertmanager.ends("GateOpen", "gate two is open");
            awaitState("GateOpen: gate two is open", "resolved");
        }
    }

    @Test
    void grafanasWebhookNeedsAUrlAndAKey() throws Exception {
        var finn = new Person("Finn Aas", "finn@example.org", "+12015550190");
        var key = operator.routingKeyOfServicePaging(finn, "Kiosk");
        var alert = """
                {"receiver":"tocsin","status":"%1$s","orgId":1,"version":"1","groupKey":"{}:{alertname=\\"Latency\\"}",
                 "truncatedAlerts":0,"title":"[%1$s:1] Latency","state":"alerting","message":"**Firing**",
                 "groupLabels":{"alertname":"Latency"},"commonLabels":{},"commonAnnotations":{},"externalURL":"http://grafana/",
                 "alerts":[{"status":"%1$s","labels":{"alertname":"Latency","grafana_folder":"shop"},
                  "annotations":{"summary":"the kiosk is slow"},"startsAt":"2026-11-22T07:00:00Z","endsAt":"%2$s",
                  "generatorURL":"http://grafana/alerting/1","fingerprint":"57c6d9296de2ad39","silenceURL":"http://grafana/s",
                  "dashboardURL":"","panelURL":"","values":null,"valueString":""}]}""";

        assertThat(post("/in/grafana", key, alert.formatted("firing", "0001-01-01T00:00:00Z")))
                .isEqualTo(200);
        assertThat(phones.of(finn.phone()).awaitText(1, SOON).body()).contains("the kiosk is slow");
        assertThat(post("/in/grafana", key, alert.formatted("resolved", "2026-11-22T07:05:00Z")))
                .isEqualTo(200);
        awaitState("Latency: the kiosk is slow", "resolved");
    }

    private static int post(String path, String key, String body) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(tocsin.oncall().resolve(path))
                    .header("Authorization", "Bearer " + key)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    static boolean alertmanagerIsInstalled() {
        return Files.isExecutable(Alertmanager.INSTALLED);
    }

    private static void awaitState(String title, String state) {
        Await.until(
                title + " is " + state,
                SOON,
                () -> Optional.of(operator.incidents())
                        .flatMap(all -> all.stream()
                                .filter(i ->
                                        i.title().equals(title) && i.state().equals(state))
                                .findFirst()));
    }
}
