package dev.tocsin.dashboard;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What do you want to watch: the tiles, and the forms that they open. */
@QuarkusTest
@QuarkusTestResource(ServicesForTests.class)
class WatchPagesTest {
    private final FakeServices services = ServicesForTests.services();

    @BeforeEach
    void fresh() {
        services.reset();
    }

    @Test
    void theOwnersFourExamplesAreFourClicks() {
        var page = Browser.signedInAs("ada").get("/checks/watch").asString();
        assertThat(page)
                .contains("A website answers", "It answers in under 500 ms", "A daemon is up")
                .contains("More than 50\u00a0% of the disk is free", "/checks/new/metrics?recipe=disk");
        assertThat(Browser.signedInAs("cleo").get("/checks/watch").statusCode())
                .as("who may only look does not make checks")
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/checks/new/metrics?recipe=disk | value &gt; 50%",
                "/checks/new/heartbeat?recipe=nightly | 30 2 * * *",
                "/checks/new/plugin?recipe=process | check_procs",
                "/checks/new?http.maxLatency=500 | value=\"500\""
            })
    void aTileOpensItsFormFilledIn(String address, String filled) {
        var page = Browser.signedInAs("ada").get(address);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains(filled);
    }

    @Test
    void aJobIsSavedAndItsMistakesKeepTheText() {
        var ada = Browser.signedInAs("ada");
        var form = "/checks/new/heartbeat";
        var made = ada.post(
                form,
                form,
                Map.of("name", "Export", "heartbeat.period", "1h", "interval", "10s", "failureThreshold", "1"));
        assertThat(made.statusCode()).isEqualTo(303);
        assertThat(services.writes).containsExactly("POST /api/v1/checks");
        assertThat(services.bodies.getFirst()).contains("\"period\":\"PT1H\"").contains("\"kind\":\"heartbeat\"");
        var wrong = ada.post(form, form, Map.of("name", "Export", "heartbeat.grace", "a while"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.asString()).contains("A length of time such as").contains("value=\"a while\"");
    }

    @Test
    void aCrontabLineSaysWhenItRunsBeforeAnythingIsSaved() {
        var ada = Browser.signedInAs("ada");
        var form = "/checks/new/heartbeat";
        var asked = Map.of("do", "try", "name", "Export", "heartbeat.cron", "30 2 * * *", "heartbeat.zone", "UTC");
        assertThat(ada.post(form, form, asked).asString())
                .contains("It would run")
                .contains("2026-11-25T02:30:00Z")
                .contains("value=\"30 2 * * *\"");
        var wrong = ada.post(form, form, Map.of("do", "try", "name", "Export", "heartbeat.cron", "x 2 * * *"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.asString()).contains("minute is not a number").contains("value=\"x 2 * * *\"");
        assertThat(ada.post(form, form, Map.of("do", "try", "name", "Export")).asString())
                .contains("Write a crontab line first.");
        assertThat(services.writes).isEmpty();
    }

    @Test
    void whatACheckStandsBehindIsLookedForByNameAndWhatWasChosenStays() {
        var chosen = FakeWorld.id(500).toString();
        var page = Browser.signedInAs("ada")
                .post(
                        "/checks/new",
                        "/checks/new",
                        Map.of(
                                "do", "find",
                                "kind", "http",
                                "http.url", "https://shop.example/",
                                "parentIds", chosen,
                                "parentQuery", "search"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString())
                .contains("search p95")
                .contains("value=\"%s\" checked".formatted(chosen))
                .doesNotContain("mail queue")
                .contains("value=\"https://shop.example/\"");
        assertThat(services.writes).isEmpty();
    }
}
