package dev.tocsin.oncall.story;

import java.time.Instant;

import dev.tocsin.oncall.PostgresForTests;
import dev.tocsin.oncall.story.Door.Alert;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.tocsin.oncall.story.Crowd.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** What tools say, and what people hear of it. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class DoorStories extends Stories {
    private static final Instant SEVEN = Instant.parse("2026-11-23T07:00:00Z");
    private static final Instant FIVE_PAST = SEVEN.plusSeconds(300);

    Somebody ada;
    Watched checkout;
    Door door;

    @BeforeEach
    void adaWatchesTheCheckout() {
        ada = person("Ada");
        checkout = team("Shop", ada).service("checkout", step(5, ada));
        door = new Door(story, checkout);
    }

    @Test
    void aToolThatRepeatsItselfTextsAdaOnce() {
        checkout.breaks("disk full", "disk", "critical");
        ada.isTexted("disk full");
        checkout.send("trigger", "disk full", "disk", "critical");
        checkout.send("trigger", "disk still full", "disk", "critical");

        ada.isNotTexted();
        assertThat(door.incidents()).isEqualTo(1);
    }

    @Test
    void aTriggerOnAnIncidentAdaHasAcknowledgedLetsHerWork() {
        var incident = checkout.breaks("disk full", "disk", "critical");
        ada.isTexted("disk full");
        ada.acknowledges(incident);

        checkout.send("trigger", "disk full", "disk", "critical");

        ada.isNotTexted();
        assertThat(Watched.state(story, incident)).isEqualTo("acknowledged");
    }

    @Test
    void aResolveOfNothingWakesNobody() {
        checkout.recovers("never seen");

        ada.isNotTexted();
        assertThat(door.incidents()).isZero();
    }

    @Test
    void theToolAcknowledgesSoTheNextStepIsSpared() {
        var ben = person("Ben");
        var mail = team("Mail", ada, ben).service("mail", step(5, ada), step(5, ben));
        var incident = mail.breaks("queue stuck", "q", "critical");
        ada.isTexted("queue stuck");

        mail.send("acknowledge", "queue stuck", "q", "critical");
        after(minutes(10));

        ben.isNotTexted();
        assertThat(Watched.state(story, incident)).isEqualTo("acknowledged");
    }

    @Test
    void twoAlertsOfOneGroupAreTwoIncidents() {
        door.alertmanager(Alert.firing("Disk", SEVEN), Alert.firing("Load", SEVEN))
                .statusCode(200);

        ada.isTexted("is broken");
        ada.isTexted("is broken");
        assertThat(door.incidents()).isEqualTo(2);
    }

    @Test
    void ofTwoAlertsOneIsResolvedAndTheOtherStaysOpen() {
        var disk = Alert.firing("Disk", SEVEN);
        var load = Alert.firing("Load", SEVEN);
        door.alertmanager(disk, load);
        ada.isTexted("is broken");
        ada.isTexted("is broken");

        door.alertmanager(disk.resolvedAt(FIVE_PAST), load);

        assertThat(door.open("f-Disk")).isNull();
        assertThat(door.open("f-Load")).isNotNull();
    }

    @Test
    void anAlertItsGroupNoLongerNamesHasEnded() {
        door.alertmanager(Alert.firing("Disk", SEVEN), Alert.firing("Load", SEVEN));
        ada.isTexted("is broken");
        ada.isTexted("is broken");
        var load = door.open("f-Load");

        door.alertmanager(Alert.firing("Disk", SEVEN));

        assertThat(Watched.state(story, load)).isEqualTo("resolved");
        assertThat(door.timeline(load)).last().asString().contains("no longer names it in its group");
        assertThat(door.open("f-Disk")).isNotNull();
    }

    @Test
    void aTruncatedGroupEndsNothing() {
        door.alertmanager(Alert.firing("Disk", SEVEN), Alert.firing("Load", SEVEN));
        ada.isTexted("is broken");
        ada.isTexted("is broken");

        door.alertmanager(1, Alert.firing("Disk", SEVEN));

        assertThat(door.open("f-Load")).isNotNull();
    }

    @Test
    void anOvertakenOlderPayloadEndsNothing() {
        door.alertmanager(Alert.firing("Disk", SEVEN), Alert.firing("Load", FIVE_PAST));
        ada.isTexted("is broken");
        ada.isTexted("is broken");

        door.alertmanager(Alert.firing("Disk", SEVEN));

        assertThat(door.open("f-Load")).isNotNull();
    }

    @Test
    void aLateFiringMessageDoesNotOpenWhatANewerResolveHasClosed() {
        var disk = Alert.firing("Disk", SEVEN);
        door.alertmanager(disk);
        ada.isTexted("is broken");
        door.alertmanager(disk.resolvedAt(FIVE_PAST));

        door.alertmanager(disk).statusCode(200).body("signals[0].outcome", equalTo("late"));

        ada.isNotTexted();
        assertThat(door.open("f-Disk")).isNull();
    }

    @Test
    void aNewEpisodeAfterAResolveIsANewIncidentAndANewText() {
        var disk = Alert.firing("Disk", SEVEN);
        door.alertmanager(disk);
        ada.isTexted("is broken");
        door.alertmanager(disk.resolvedAt(FIVE_PAST));

        door.alertmanager(Alert.firing("Disk", FIVE_PAST.plusSeconds(60)));

        ada.isTexted("is broken");
        assertThat(door.incidents()).isEqualTo(2);
    }

    @Test
    void aRedundantPairOfAlertmanagersTextsAdaOnce() {
        door.alertmanager(Alert.firing("Disk", SEVEN));
        door.alertmanager(Alert.firing("Disk", SEVEN));

        ada.isTexted("is broken");
        ada.isNotTexted();
    }

    @Test
    void whatAdaClosedTooEarlyAndStillFiresIsToldAgain() {
        door.alertmanager(Alert.firing("Disk", SEVEN));
        ada.isTexted("is broken");
        ada.resolves(door.open("f-Disk"));

        door.alertmanager(Alert.firing("Disk", SEVEN));

        ada.isTexted("is broken");
    }

    @Test
    void aReplacedKeyGoesOnForItsGraceAndIsThenRefused() {
        var fresh = rotated("PT2H").getString("routingKey");
        door.posts("/in/alertmanager", fresh, "{\"alerts\":[]}").statusCode(200);
        checkout.breaks("disk full", "a", "critical");
        ada.isTexted("disk full");

        after(hours(2));
        door.posts("/in/alertmanager", checkout.key(), "{\"alerts\":[]}")
                .statusCode(401)
                .body("message", containsString("not known here"));
        door.posts("/in/alertmanager", fresh, "{\"alerts\":[]}").statusCode(200);
    }

    @Test
    void aRevokedKeyIsRefusedAtOnceAndPagesNobody() {
        rotated("PT0S");

        door.posts("/in/generic", checkout.key(), "summary=down").statusCode(401);

        ada.isNotTexted();
    }

    @Test
    void grafanaTellsThatDataAreMissing() {
        door.posts("/in/grafana", checkout.key(), """
                        {"orgId":1,"version":"1","title":"[FIRING:1]","state":"alerting","message":"x","alerts":[
                         {"status":"firing","labels":{"alertname":"DatasourceNoData"},"annotations":{"summary":"no data"},
                          "startsAt":"2026-11-23T07:00:00Z","endsAt":"0001-01-01T00:00:00Z","values":null,"fingerprint":"g1"}]}""").statusCode(200);

        ada.isTexted("DatasourceNoData: no data");
    }

    @Test
    void grafanasOldAlertingRecoversByItsRule() {
        door.posts("/in/grafana", checkout.key(), "{\"ruleId\":7,\"ruleName\":\"Latency\",\"state\":\"alerting\"}");
        ada.isTexted("Latency");

        door.posts("/in/grafana", checkout.key(), "{\"ruleId\":7,\"ruleName\":\"Latency\",\"state\":\"ok\"}");

        assertThat(door.open("rule:7")).isNull();
    }

    @Test
    void aHostOfNagiosGoesDownAndComesBack() {
        door.nagios("type=PROBLEM&host=db1&hoststate=DOWN&hostoutput=no+answer");
        ada.isTexted("db1: DOWN");

        door.nagios("type=RECOVERY&host=db1&hoststate=UP&hostoutput=well");

        assertThat(door.open("host:db1")).isNull();
    }

    @Test
    void nagiosOnDowntimeIsANoteAndNoText() {
        door.nagios("type=PROBLEM&host=db1&service=Disk&state=CRITICAL&output=full");
        ada.isTexted("db1/Disk: CRITICAL, full");
        var incident = door.open("service:db1/Disk");

        door.nagios("type=DOWNTIMESTART&host=db1&service=Disk&author=Ben&comment=new+disk");
        door.nagios("type=FLAPPINGSTART&host=db9");

        ada.isNotTexted();
        assertThat(door.timeline(incident)).anyMatch(line -> line.contains("DOWNTIMESTART, Ben, new disk"));
        assertThat(door.incidents()).isEqualTo(1);
    }

    @Test
    void aScriptRaisesAndClosesByGoalertsForm() {
        door.generic("summary=backup+failed&dedup=backup");
        ada.isTexted("backup failed");

        door.generic("summary=backup+failed&dedup=backup&action=close").body("signals[0].outcome", equalTo("resolved"));
    }

    @Test
    void aToolThatFloodsIsSlowedDownInItsOwnWayAndOthersAreNot() {
        var many = new Alert[1500];
        for (int i = 0; i < many.length; i++) many[i] = Alert.firing("x", SEVEN).resolvedAt(FIVE_PAST);
        for (int i = 0; i < 4; i++) door.alertmanager(many).statusCode(200);

        door.alertmanager(Alert.firing("Disk", SEVEN))
                .statusCode(503)
                .header("Retry-After", "60")
                .body("status", equalTo("come again"));
        door.posts(
                        "/v2/enqueue",
                        checkout.key(),
                        "{\"routing_key\":\"%s\",\"event_action\":\"trigger\",\"payload\":{\"summary\":\"s\"}}"
                                .formatted(checkout.key()))
                .statusCode(429)
                .header("Retry-After", "60");
        var ben = person("Ben");
        team("Quiet", ben).service("quiet", step(5, ben)).breaks("heard");
        ben.isTexted("heard");

        after(minutes(1));
        door.alertmanager(Alert.firing("Disk", SEVEN)).statusCode(200);
        ada.isTexted("Disk");
    }

    @Test
    void aDeployBeforeTheIncidentStandsBesideIt() {
        changed("Release 117", "2026-11-22T07:00:00Z");
        changed("Release 118", "2026-11-23T06:30:00Z");
        var incident = checkout.breaks("checkout is down");
        ada.isTexted("checkout is down");

        var changes = story.callers
                .chidi()
                .queryParam("incident", incident)
                .get("/api/v1/change-events")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(changes.getList("items.summary", String.class)).containsExactly("Release 118");
    }

    private void changed(String summary, String at) {
        door.posts("/v2/change/enqueue", checkout.key(), """
                        {"routing_key":"%s","payload":{"summary":"%s","timestamp":"%s"}}""".formatted(checkout.key(), summary, at))
                .statusCode(202);
    }

    private JsonPath rotated(String grace) {
        return story.callers
                .asha()
                .body("{\"grace\":\"%s\"}".formatted(grace))
                .post("/api/v1/services/" + checkout.id() + "/integrations/" + checkout.integration() + "/rotate")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }
}
