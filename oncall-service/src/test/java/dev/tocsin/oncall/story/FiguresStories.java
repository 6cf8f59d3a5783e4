package dev.tocsin.oncall.story;

import java.time.Duration;
import java.util.List;

import dev.tocsin.oncall.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import static dev.tocsin.oncall.story.Crowd.step;
import static org.assertj.core.api.Assertions.assertThat;

/** What MTA and MTR are made of, and what is left out of them. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class FiguresStories extends Stories {
    private static final String WEEK = "from=2026-11-23T00:00:00Z&to=2026-11-30T00:00:00Z";

    @Test
    void adaTakesFourMinutesAndTwentyMoreToEndIt() {
        var ada = person("Ada");
        var shop = team("Shop", ada).service("checkout", step(60, ada));
        var incident = shop.breaks("the database is down");
        ada.isTexted("the database is down");
        after(minutes(4));
        ada.replies("1a");
        after(minutes(20));
        ada.resolves(incident);

        var week = figures(shop, WEEK);
        assertThat(week.getString("total.mta.mean")).isEqualTo("PT4M");
        assertThat(week.getInt("total.mta.n")).isEqualTo(1);
        assertThat(week.getString("total.mtr.median")).isEqualTo("PT24M");
        assertThat(week.getString("total.mtrByPeople.mean")).isEqualTo("PT24M");
    }

    @Test
    void whatNobodyAcknowledgedIsLeftOutAndNeverZero() {
        var ada = person("Ada");
        var shop = team("Shop", ada).service("checkout", step(60, ada));
        shop.breaks("taken", "k1", "critical");
        ada.isTexted("taken");
        after(minutes(2));
        ada.replies("1a");
        shop.breaks("gone by itself", "k2", "critical");
        ada.isTexted("gone by itself");
        after(minutes(10));
        shop.recovers("k2");
        shop.breaks("still open", "k3", "critical");
        ada.isTexted("still open");

        var week = figures(shop, WEEK);
        assertThat(week.getInt("total.incidents")).isEqualTo(3);
        assertThat(week.getString("total.mta.mean")).isEqualTo("PT2M");
        assertThat(week.getInt("total.neverAcknowledged")).isEqualTo(1);
        assertThat(week.getInt("total.waiting")).isEqualTo(1);
        assertThat(week.getInt("total.open")).isEqualTo(2);
    }

    @Test
    void whatEndedByItselfIsShownApart() {
        var ada = person("Ada");
        var shop = team("Shop", ada).service("checkout", step(60, ada));
        shop.breaks("a blip", "k1", "critical");
        ada.isTexted("a blip");
        after(minutes(1));
        shop.recovers("k1");
        var real = shop.breaks("a real one");
        ada.isTexted("a real one");
        after(minutes(9));
        ada.resolves(real);

        var week = figures(shop, WEEK);
        assertThat(week.getString("total.mtr.mean")).isEqualTo("PT5M");
        assertThat(week.getString("total.mtrAutomatic.mean")).isEqualTo("PT1M");
        assertThat(week.getString("total.mtrByPeople.mean")).isEqualTo("PT9M");
        assertThat(week.getInt("total.autoResolved")).isEqualTo(1);
    }

    @Test
    void escalatingIsNoAcknowledgement() {
        var ada = person("Ada");
        var ben = person("Ben");
        var shop = team("Shop", ada, ben).service("checkout", step(60, ada), step(60, ben));
        shop.breaks("the database is down");
        ada.isTexted("the database is down");
        after(minutes(3));
        ada.replies("1e");
        ben.isTexted("the database is down");
        after(minutes(2));
        ben.replies("1a");

        assertThat(figures(shop, WEEK).getString("total.mta.mean")).isEqualTo("PT5M");
    }

    @Test
    void bensTimeBeginsWhenHeWasPaged() {
        var ada = person("Ada");
        var ben = person("Ben");
        var shop = team("Shop", ada, ben).service("checkout", step(5, ada), step(60, ben));
        shop.breaks("the database is down");
        ada.isTexted("the database is down");
        after(minutes(5));
        ben.isTexted("the database is down");
        after(minutes(2));
        ben.replies("1a");

        var people = breakdown(shop, "person", WEEK);
        assertThat(people.getString("items.find { it.name == 'Ben' }.mta.mean")).isEqualTo("PT2M");
        assertThat(people.getInt("items.find { it.name == 'Ada' }.byOthers")).isEqualTo(1);
        assertThat(people.getString("items.find { it.name == 'Ada' }.mta")).isNull();
        assertThat(figures(shop, WEEK + "&person=" + ben.id()).getString("total.mta.mean"))
                .isEqualTo("PT2M");
        assertThat(figures(shop, WEEK).getString("total.mta.mean")).isEqualTo("PT7M");
    }

    @Test
    void aHelperWhoWasNeverAskedIsCountedBeside() {
        var ada = person("Ada");
        var ben = person("Ben");
        var shop = team("Shop", ada, ben).service("checkout", step(60, ada));
        var incident = shop.breaks("the database is down");
        ada.isTexted("the database is down");
        after(minutes(1));
        ben.acknowledges(incident);

        var his = figures(shop, WEEK + "&person=" + ben.id());
        assertThat(his.getInt("total.incidents")).isZero();
        assertThat(his.getInt("total.unasked")).isEqualTo(1);
        assertThat(his.getString("total.mta")).isNull();
    }

    @Test
    void afterAForgottenAcknowledgementTheFirstOneStillCounts() {
        var ada = person("Ada");
        var shop = team("Shop", ada).service("checkout", step(60, ada));
        shop.breaks("the database is down");
        ada.isTexted("the database is down");
        after(minutes(3));
        ada.replies("1a");
        after(minutes(30));
        ada.isTexted("the database is down");
        after(minutes(1));
        ada.replies("1a");

        assertThat(figures(shop, WEEK).getString("total.mta.mean")).isEqualTo("PT3M");
    }

    @Test
    void theWeekIsTheViewersWeek() {
        var ada = person("Ada");
        var shop = team("Shop", ada).service("checkout", step(60, ada));
        itIs("2026-11-29T23:30", "UTC");
        shop.breaks("late on Sunday in London, Monday in Berlin");
        ada.isTexted("late on Sunday");

        var span = "from=2026-11-23T00:00:00Z&to=2026-12-07T00:00:00Z&bucket=week&zone=";
        assertThat(figures(shop, span + "UTC").getList("buckets.incidents")).isEqualTo(List.of(1, 0));
        var berlin = "from=2026-11-22T23:00:00Z&to=2026-12-06T23:00:00Z&bucket=week&zone=Europe/Berlin";
        assertThat(figures(shop, berlin).getList("buckets.incidents")).isEqualTo(List.of(0, 1));
    }

    @Test
    void thePeriodBeforeStandsBesideIt() {
        var ada = person("Ada");
        var shop = team("Shop", ada).service("checkout", step(60, ada));
        shop.breaks("last week");
        ada.isTexted("last week");
        after(minutes(8));
        ada.replies("1a");
        itIs("2026-12-01T10:00", "UTC");
        ada.texts().stream().skip(1).forEach(_ -> ada.isTexted("last week"));
        shop.breaks("this week");
        ada.isTexted("this week");
        after(minutes(2));
        ada.replies("2a");

        var week = figures(shop, "from=2026-11-30T00:00:00Z&to=2026-12-07T00:00:00Z");
        assertThat(week.getString("total.mta.mean")).isEqualTo("PT2M");
        assertThat(week.getString("previous.mta.mean")).isEqualTo("PT8M");
        assertThat(week.getString("previous.start")).isEqualTo("2026-11-23T00:00:00Z");
    }

    @Test
    void everyNumberLeadsToItsIncidents() {
        var ada = person("Ada");
        var shop = team("Shop", ada).service("checkout", step(60, ada));
        shop.breaks("taken", "k1", "critical");
        ada.isTexted("taken");
        ada.replies("1a");
        shop.breaks("not taken", "k2", "error");
        ada.isTexted("not taken");
        shop.recovers("k2");

        assertThat(behind(shop, "mta").getList("items.title")).isEqualTo(List.of("taken"));
        assertThat(behind(shop, "never-acknowledged").getList("items.title")).isEqualTo(List.of("not taken"));
        assertThat(behind(shop, "open").getList("items.title")).isEqualTo(List.of("taken"));
        assertThat(behind(shop, "all").getList("items.title")).hasSize(2);
        assertThat(figures(shop, WEEK + "&severity=error").getInt("total.incidents"))
                .isEqualTo(1);
        assertThat(breakdown(shop, "severity", WEEK).getList("items.key")).isEqualTo(List.of("critical", "error"));
    }

    @Test
    void everyTableIsAFileToo() {
        var ada = person("Ada");
        var shop = team("=SUM(Shop)", ada).service("checkout", step(60, ada));
        shop.breaks("the database is down");
        ada.isTexted("the database is down");
        after(Duration.ofSeconds(90));
        ada.replies("1a");

        assertThat(csv(shop, "breakdown.csv", "&dimension=team"))
                .contains(",'=SUM(Shop)")
                .contains(",1,1,0,0,0,0,1,0,0,1,90.000,90.000,90.000,0,,,,");
        assertThat(csv(shop, "spans.csv", "")).startsWith("start,end,incidents,");
        assertThat(csv(shop, "incidents.csv", "&figure=mta")).contains("the database is down,critical", ",90.000,");
    }

    @Test
    void figuresAreTheSameAfterTheDaysWerePackedAnew() {
        var ada = person("Ada");
        var shop = team("Shop", ada).service("checkout", step(60, ada));
        shop.breaks("the database is down");
        ada.isTexted("the database is down");
        after(minutes(4));
        ada.replies("1a");
        var before = figures(shop, WEEK).getMap("total");

        story.callers.asha().post("/api/v1/response/rebuild").then().statusCode(200);
        assertThat(figures(shop, WEEK).getMap("total")).isEqualTo(before);
        ada.calls().post("/api/v1/response/rebuild").then().statusCode(403);
    }

    @Test
    void aQuestionThatCannotBeAnsweredNamesItsField() {
        var shop = team("Shop", person("Ada"));

        assertThat(refused("/api/v1/response?team=" + shop.id())).isEqualTo("from");
        assertThat(refused("/api/v1/response?" + WEEK + "&bucket=year")).isEqualTo("bucket");
        assertThat(refused("/api/v1/response?" + WEEK + "&zone=Mars/Base")).isEqualTo("zone");
        assertThat(refused("/api/v1/response/breakdown?" + WEEK)).isEqualTo("dimension");
        assertThat(refused("/api/v1/response/incidents?" + WEEK + "&figure=luck"))
                .isEqualTo("figure");
    }

    private JsonPath figures(Watched service, String query) {
        return got("/api/v1/response?service=" + service.id() + "&" + query);
    }

    private JsonPath breakdown(Watched service, String dimension, String query) {
        return got("/api/v1/response/breakdown?dimension=" + dimension + "&service=" + service.id() + "&" + query);
    }

    private JsonPath behind(Watched service, String figure) {
        return got("/api/v1/response/incidents?figure=" + figure + "&service=" + service.id() + "&" + WEEK);
    }

    private JsonPath got(String path) {
        return story.callers.chidi().get(path).then().statusCode(200).extract().jsonPath();
    }

    private String csv(Watched service, String file, String more) {
        return story.callers
                .chidi()
                .get("/api/v1/response/" + file + "?service=" + service.id() + "&" + WEEK + more)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
    }

    private String refused(String path) {
        return story.callers
                .chidi()
                .get(path)
                .then()
                .statusCode(400)
                .extract()
                .jsonPath()
                .getString("errors[0].field");
    }
}
