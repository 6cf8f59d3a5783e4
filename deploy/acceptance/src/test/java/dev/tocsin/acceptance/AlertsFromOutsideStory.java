package dev.tocsin.acceptance;

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
        try (var alertmanager = new Alertmanager(tocsin.oncall().resolve("/v2/enqueue"), key)) {
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
