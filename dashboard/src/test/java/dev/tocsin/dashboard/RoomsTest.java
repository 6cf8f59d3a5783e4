package dev.tocsin.dashboard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The rooms in which things are edited: people and teams, schedules, policies, services, checks. */
@QuarkusTest
@QuarkusTestResource(ServicesForTests.class)
class RoomsTest {
    private static final Pattern INLINE =
            Pattern.compile("(?i)<style|<script(?![^>]*\\ssrc=)|\\son[a-z]+\\s*=|\\sstyle\\s*=|javascript:");
    private static final String ADA = FakeWorld.ADA.toString();
    private static final String BEN = FakeWorld.BEN.toString();
    private static final String PAYMENTS = FakeWorld.PAYMENTS.toString();
    private static final String CHECKOUT = FakeWorld.CHECKOUT.toString();
    private static final String MAPPING = "/services/" + CHECKOUT + "/integrations/" + FakeWorld.id(78) + "/mapping";
    private final FakeServices services = ServicesForTests.services();

    static Stream<String> pages() {
        return Stream.of(
                "/people",
                "/people?q=ada",
                "/people/new",
                "/people/" + ADA,
                "/people/" + ADA + "/edit",
                "/teams",
                "/teams/new",
                "/teams/" + PAYMENTS,
                "/teams/" + PAYMENTS + "/edit",
                "/on-call",
                "/simulator",
                "/simulator?service=" + CHECKOUT + "&at=2026-12-05T03:00&zone=Europe/Berlin&severity=critical",
                "/simulator?service=" + CHECKOUT + "&at=&zone=Mars",
                "/schedules/new",
                "/schedules/" + FakeRooms.SCHEDULE,
                "/schedules/" + FakeRooms.SCHEDULE + "?from=2026-03-20&days=92",
                "/schedules/" + FakeRooms.SCHEDULE + "/temporaries/new",
                "/calendars",
                "/coverage",
                "/schedules/" + FakeRooms.SCHEDULE + "/edit",
                "/policies",
                "/policies/new",
                "/policies/" + FakeRooms.POLICY,
                "/policies/" + FakeRooms.POLICY + "/edit",
                "/services",
                "/services/new",
                "/services/" + CHECKOUT,
                "/services/" + CHECKOUT + "/edit",
                MAPPING,
                "/services/" + CHECKOUT + "/maintenance",
                "/services/" + CHECKOUT + "/maintenance/new",
                "/services/" + CHECKOUT + "/maintenance/" + FakeRooms.WINDOW,
                "/services/" + CHECKOUT + "/maintenance/" + FakeRooms.WINDOW + "/edit",
                "/checks",
                "/checks?state=down&q=check",
                "/checks/new",
                "/checks/new?kind=tcp",
                "/checks/new?kind=tls",
                "/checks/new?kind=dns",
                "/checks/new?kind=icmp",
                "/checks/conditions",
                "/checks/conditions?kind=http",
                "/checks/maintenance",
                "/checks/maintenance/new?check=" + FakeRooms.CHECK,
                "/checks/" + FakeRooms.CHECK,
                "/checks/" + FakeRooms.CHECK + "?range=7d",
                "/checks/" + FakeRooms.CHECK + "/edit",
                "/postmortems",
                "/postmortems?state=draft",
                "/postmortems/tasks",
                "/postmortems/figures",
                "/postmortems/tasks?view=overdue",
                "/postmortems/" + FakeRooms.PUBLISHED,
                "/postmortems/" + FakeRooms.DRAFT + "/edit",
                "/postmortems/" + FakeRooms.DRAFT + "/preview",
                "/postmortems/" + FakeRooms.DRAFT + "/history?from=4",
                "/postmortems/templates",
                "/postmortems/templates/new",
                "/postmortems/" + FakeRooms.DRAFT + "/publish");
    }

    @BeforeEach
    void afresh() {
        services.reset();
        services.rooms = new FakeRooms(services.world);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageStandsWithoutInlineCodeWritesNothingAndIsLight(String path) {
        var page = Browser.signedInAs("ada").get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        var markup = page.asString();
        assertThat(INLINE.matcher(markup.replaceAll("(?s)<pre.*?</pre>", "")).find())
                .as("inline code in %s", path)
                .isFalse();
        assertThat(markup.split("<h1", -1)).as("headings of the first rank").hasSize(2);
        assertThat(markup).doesNotContain("<script>alert").doesNotContain("Qute");
        assertThat(markup.length()).isLessThan(100_000);
        assertThat(services.writes).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyFieldHasALabelAndEveryIdStandsOnce(String path) {
        var markup = Browser.signedInAs("ada").get(path).asString();
        var ids = Pattern.compile("\\sid=\"([^\"]+)\"")
                .matcher(markup)
                .results()
                .map(m -> m.group(1))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        var targets = Pattern.compile("<label for=\"([^\"]+)\"")
                .matcher(markup)
                .results()
                .map(m -> m.group(1));
        assertThat(ids).containsAll(targets.toList());
    }

    @ParameterizedTest
    @CsvSource({
        "/people/new, cleo",
        "/people/new, ben",
        "/teams/new, cleo",
        "/schedules/new, cleo",
        "/policies/new, cleo",
        "/services/new, cleo",
        "/checks/new, cleo"
    })
    void whoMayNotWriteIsToldSo(String path, String who) {
        assertThat(Browser.signedInAs(who).get(path).statusCode()).isEqualTo(403);
    }

    @Test
    void whoIsNextAndCannotBePagedIsMarkedWithTheCauseAndALink() {
        var page = Browser.signedInAs("cleo").get("/on-call").asString();

        assertThat(page)
                .containsPattern(
                        "<a class=\"gap-words\" href=\"/people/" + FakeWorld.BEN
                                + "\"><svg[^>]*>.*?</svg><span class=\"sr\">Ben Okafor </span>Cannot be paged: texted STOP</a>");
        assertThat(page.split("Cannot be paged", -1)).as("Ada can be").hasSize(2);
    }

    @Test
    void theSimulatorTellsWhoIsPagedWhyAndWhenInTheZoneThatWasAsked() {
        var page = Browser.signedInAs("cleo")
                .get("/simulator?service=" + CHECKOUT + "&at=2026-12-05T03:00&zone=Europe/Berlin&severity=critical")
                .asString();

        assertThat(page)
                .contains("<strong>Ada Lovelace</strong> is paged by sms to +49 ••• 67")
                .contains("Ada Lovelace is on call in &lt;script&gt;")
                .contains("1 page if nobody answers.")
                .contains("Nothing more happens by itself.")
                .contains("value=\"2026-12-05T03:00\"");
    }

    @Test
    void aNewPersonsPasswordIsShownOnceAndNowhereElse() {
        var ada = Browser.signedInAs("ada");
        var page = ada.post(
                "/people/new",
                "/people/new",
                Map.of(
                        "name",
                        "Asha Rao",
                        "email",
                        "asha@example.org",
                        "role",
                        "responder",
                        "zone",
                        "Europe/Berlin",
                        "phone",
                        "+4915123456781",
                        "teamIds",
                        PAYMENTS));
        assertThat(page.statusCode()).isEqualTo(201);
        assertThat(page.asString()).containsPattern("data-testid=\"one-time-password\">one-time-[0-9a-f]{8}<");
        assertThat(page.getHeaders().getValues("Set-Cookie").toString()).doesNotContain("one-time");
        assertThat(services.bodies.getFirst()).contains("\"teamIds\":[\"" + PAYMENTS + "\"]");
    }

    @Test
    void aTeamSavedByTwoShowsBothTexts() {
        var ada = Browser.signedInAs("ada");
        var edit = "/teams/" + PAYMENTS + "/edit";
        var before = ada.get(edit);
        services.rooms.stored("teams", FakeWorld.PAYMENTS).put("version", 5).put("name", "Money <b>team</b>");
        var page = ada.send(edit, Map.of("name", "Mine", "description", "", "version", "1"), Browser.token(before));
        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.asString())
                .contains("Money &lt;b&gt;team&lt;/b&gt;")
                .contains("value=\"Mine\"")
                .contains("name=\"version\" value=\"5\"");
        var again = ada.send(edit, Map.of("name", "Mine", "description", "", "version", "5"), Browser.token(page));
        assertThat(again.statusCode()).isEqualTo(303);
    }

    @Test
    void rowsOfAScheduleAreEditedWithoutScriptAndNothingIsSaved() {
        var ada = Browser.signedInAs("ada");
        var page = ada.post("/schedules/new", "/schedules/new", schedule("m0-add"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("Member 3").contains("value=\"Payments, primary\"");
        assertThat(services.writes).isEmpty();
    }

    @Test
    void aScheduleIsPreviewedThenCreated() {
        var ada = Browser.signedInAs("ada");
        var preview = ada.post("/schedules/new", "/schedules/new", schedule("preview"));
        assertThat(preview.asString()).contains("As it would be").contains("Ben Okafor");
        assertThat(services.writes).isEmpty();
        var made = ada.send("/schedules/new", schedule("save"), Browser.token(preview));
        assertThat(made.statusCode()).isEqualTo(303);
        assertThat(ada.follow(made).asString()).contains("Schedule created.").contains("nobody on call");
        assertThat(services.bodies.getFirst()).contains("\"firstHandoff\":\"2026-11-16T09:00");
    }

    @Test
    void anEditShowsWhoGainsAndWhoLosesBeforeItIsSaved() {
        var ada = Browser.signedInAs("ada");
        var edit = "/schedules/" + FakeRooms.SCHEDULE + "/edit";
        var fields = new HashMap<>(schedule("save"));
        fields.put("version", "1");
        var shown = ada.post(edit, edit, fields);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.asString())
                .contains("What this changes in the next 8 weeks")
                .contains("Ben Okafor")
                .contains("+168\u00a0h")
                .contains("Nobody on call any more")
                .contains("Save these changes");
        assertThat(services.writes).isEmpty();
        var seen = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"").matcher(shown.asString());
        assertThat(seen.find()).isTrue();
        fields.put("seen", seen.group(1));
        fields.put("layers[0].length", "2"); // something else than what was shown
        assertThat(ada.send(edit, fields, Browser.token(shown)).statusCode()).isEqualTo(200);
        fields.put("layers[0].length", "1");
        assertThat(ada.send(edit, fields, Browser.token(shown)).statusCode()).isEqualTo(303);
        assertThat(services.bodies.getLast()).contains("\"name\":\"Rotation\"");
    }

    @Test
    void layersAreAddedOnTopAndMovedWithTheirMembersAndHours() {
        var ada = Browser.signedInAs("ada");
        var edit = "/schedules/" + FakeRooms.SCHEDULE + "/edit";
        var page = ada.get(edit).asString();
        assertThat(page.indexOf("Nights (on top)")).isPositive().isLessThan(page.indexOf("Rotation</legend>"));
        var fields = new HashMap<>(schedule("layer-add"));
        fields.put("version", "1");
        var added = ada.post(edit, edit, fields).asString();
        assertThat(added).contains("Layer 2 (on top)").contains("name=\"layers[1].members[0]\"");
        fields.put("do", "w0-add");
        assertThat(ada.post(edit, edit, fields).asString())
                .contains("name=\"layers[0].restrictions[0].from\"")
                .contains("value=\"17:00\"");
    }

    @Test
    void aCalendarsAddressIsShownOnce() {
        var ada = Browser.signedInAs("ada");
        var made = ada.post("/calendars", "/calendars", Map.of("scheduleId", ""));
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.asString()).contains("https://tocsin.example/calendar/");
        assertThat(ada.get("/calendars").asString()).doesNotContain("https://tocsin.example/calendar/");
    }

    @Test
    void aCalendarIsHandedThroughToWhoeverKnowsItsAddress() {
        var calendar = new Browser().get("/calendar/" + "a".repeat(32) + ".ics");
        assertThat(calendar.statusCode()).isEqualTo(200);
        assertThat(calendar.getContentType()).startsWith("text/calendar");
        assertThat(calendar.getHeader("ETag")).isEqualTo("\"1\"");
        assertThat(calendar.asString()).startsWith("BEGIN:VCALENDAR");
        assertThat(new Browser().get("/calendar/" + "b".repeat(32) + ".ics").statusCode())
                .isEqualTo(404);
    }

    @Test
    void anOverrideIsReadInTheSchedulesZone() {
        var ben = Browser.signedInAs("ben"); // he sits in New York, the schedule in Berlin
        var page = "/schedules/" + FakeRooms.SCHEDULE;
        var made = ben.post(
                page,
                page + "/overrides",
                Map.of("personId", BEN, "start", "2026-12-24T18:00", "end", "2026-12-24T22:00"));
        assertThat(made.statusCode()).isEqualTo(303);
        assertThat(services.bodies.getFirst()).contains("2026-12-24T17:00:00Z").contains("2026-12-24T21:00:00Z");
        var wrong = ben.post(
                page,
                page + "/overrides",
                Map.of("personId", BEN, "start", "2026-12-24T18:00", "end", "2026-12-24T17:00"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.asString()).contains("It must end after it begins.").contains("value=\"2026-12-24T18:00\"");
    }

    @Test
    void aRemovedOverrideStandsInTheFormAgain() {
        var again = Browser.signedInAs("ben")
                .get("/schedules/%s?kind=add&personId=%s&start=2026-12-24T18:00&end=2026-12-24T22:00"
                        .formatted(FakeRooms.SCHEDULE, BEN));
        assertThat(again.asString())
                .contains("value=\"2026-12-24T18:00\"")
                .contains("value=\"2026-12-24T22:00\"")
                .contains("<option value=\"add\" selected>")
                .contains("<option value=\"%s\" selected>".formatted(BEN));
        assertThat(services.writes).isEmpty();
    }

    @Test
    void aPolicyIsCreatedFromItsSteps() {
        var ada = Browser.signedInAs("ada");
        var made = ada.post(
                "/policies/new",
                "/policies/new",
                Map.of(
                        "name",
                        "Day and night",
                        "teamId",
                        PAYMENTS,
                        "repeats",
                        "1",
                        "steps[0].targets[0]",
                        "schedule:" + FakeRooms.SCHEDULE,
                        "steps[0].targets[1]",
                        "",
                        "steps[0].delay",
                        "30s",
                        "steps[1].targets[0]",
                        "person:" + BEN,
                        "steps[1].delay",
                        "5m",
                        "do",
                        "save"));
        assertThat(made.statusCode()).isEqualTo(303);
        assertThat(services.bodies.getFirst()).contains("\"delay\":\"PT30S\"").contains("\"kind\":\"person\"");
        assertThat(ada.follow(made).asString()).contains("whoever is on call in “Payments, primary”");
    }

    @Test
    void aRefusalStandsBesideItsFieldAndTheTextStays() {
        services.refusals.put(
                "POST /api/v1/services",
                FakeServices.problem(400, "Bad Request", "runbookUrl is wrong", "runbookUrl", "must start with http"));
        var ada = Browser.signedInAs("ada");
        var page = ada.post(
                "/services/new",
                "/services/new",
                Map.of(
                        "name",
                        "check<out>",
                        "teamId",
                        PAYMENTS,
                        "policyId",
                        FakeRooms.POLICY.toString(),
                        "runbookUrl",
                        "ftp://wiki"));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.asString())
                .contains("id=\"e-runbookUrl\"")
                .contains("must start with http")
                .contains("value=\"check&lt;out&gt;\"")
                .contains("value=\"ftp://wiki\"");
    }

    @Test
    void aRoutingKeyIsShownOnceWithWhereToUseIt() {
        var ada = Browser.signedInAs("ada");
        var page = ada.post(
                "/services/" + CHECKOUT, "/services/" + CHECKOUT + "/integrations", Map.of("name", "Alertmanager"));
        assertThat(page.statusCode()).isEqualTo(201);
        assertThat(page.asString())
                .contains("data-testid=\"routing-key\">" + FakeRooms.KEY + "<")
                .contains("pagerduty_configs")
                .contains("http://localhost:8082/v2/enqueue");
        assertThat(ada.get("/services/" + CHECKOUT).asString()).doesNotContain(FakeRooms.KEY);
    }

    @Test
    void aToolsOwnJsonIsTriedOnASampleBeforeItsMappingIsSaved() {
        var ada = Browser.signedInAs("ada");
        assertThat(ada.get("/services/" + CHECKOUT).asString()).contains("href=\"" + MAPPING + "\"");
        assertThat(ada.get(MAPPING).asString())
                .contains("value=\"/alert/title\"")
                .contains("value=\"gone, green\"");
        var fields =
                Map.of("summary", "/what", "resolveWhen", "gone, over", "body", "{\"what\":\"pump 7\"}", "do", "try");

        var tried = ada.post(MAPPING, MAPPING, fields);

        assertThat(tried.statusCode()).isEqualTo(200);
        assertThat(tried.asString())
                .contains("pump &lt;7&gt; is stuck")
                .contains("Nothing was stored")
                .contains("value=\"/what\"");
        assertThat(services.bodies.getLast())
                .contains("\"mapping\":{\"summary\":\"/what\",\"resolveWhen\":[\"gone\",\"over\"]")
                .contains("\"body\":{\"what\":\"pump 7\"}");

        var saving = new HashMap<>(fields);
        saving.put("do", "save");
        assertThat(ada.post(MAPPING, MAPPING, saving).statusCode()).isEqualTo(303);
        assertThat(services.writes).last().asString().startsWith("PUT /api/v1" + MAPPING);
    }

    @Test
    void aSampleThatIsNoJsonIsSaidToBeNoneAndKept() {
        var page = Browser.signedInAs("ada")
                .post(MAPPING, MAPPING, Map.of("summary", "/what", "body", "what=pump", "do", "try"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.asString()).contains("id=\"e-body\"").contains("what=pump");
        assertThat(services.writes).isEmpty();
    }

    @Test
    void maintenanceIsStartedNowWithATitleAndALength() {
        var ada = Browser.signedInAs("ada");
        var page = "/services/" + CHECKOUT + "/maintenance";

        var started = ada.post(page, page + "/start", Map.of("title", "Upgrade", "length", "90m"));

        assertThat(started.statusCode()).isEqualTo(303);
        assertThat(services.bodies.getLast()).contains("\"length\":\"PT1H30M\"").doesNotContain("rrule");
    }

    @Test
    void plannedMaintenanceKeepsItsWallTimesAndItsRule() {
        var ada = Browser.signedInAs("ada");
        var path = "/services/" + CHECKOUT + "/maintenance/new";

        var planned = ada.post(
                path,
                path,
                Map.of(
                        "title",
                        "Backups",
                        "start",
                        "2026-11-28T02:00",
                        "end",
                        "2026-11-28T04:00",
                        "zone",
                        "Europe/Berlin",
                        "repeat",
                        "FREQ=WEEKLY"));

        assertThat(planned.statusCode()).isEqualTo(303);
        assertThat(services.bodies.getLast())
                .contains("\"start\":\"2026-11-28T02:00:00\"")
                .contains("\"rrule\":\"FREQ=WEEKLY\"");
    }

    @Test
    void maintenanceThatEndsBeforeItBeginsIsRefusedAtItsField() {
        var ada = Browser.signedInAs("ada");
        var path = "/services/" + CHECKOUT + "/maintenance/new";

        var refused = ada.post(
                path,
                path,
                Map.of("title", "x", "start", "2026-11-28T02:00", "end", "2026-11-28T01:00", "zone", "Europe/Berlin"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("It must end after it begins.");
        assertThat(services.writes).isEmpty();
    }

    @Test
    void whoDoesNotManageTheTeamIsNotOfferedItsForms() {
        var ben = Browser.signedInAs("ben");

        assertThat(ben.get("/teams/" + PAYMENTS).asString())
                .doesNotContain("Add somebody")
                .doesNotContain("/edit\"");
        assertThat(ben.get("/services/" + CHECKOUT).asString()).doesNotContain("Create key");
        assertThat(ben.get("/services/" + CHECKOUT + "/maintenance").asString()).doesNotContain("Start now");
        assertThat(ben.get("/policies/" + FakeRooms.POLICY).asString()).doesNotContain("/edit\"");
    }

    @Test
    void aTrialShowsTheVerdictAndSavesNothing() {
        var page = check("try", "https://shop.example/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString())
                .contains("It would be down")
                .contains("HTTP 503, wanted 200")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("value=\"https://shop.example/\"");
        assertThat(services.writes).containsExactly("POST /api/v1/checks/try");
    }

    @Test
    void aConditionThatCannotBeReadIsShownWithACaretUnderItsColumn() {
        services.refusals.put(
                "POST /api/v1/checks/try",
                FakeServices.problem(
                        400, "Bad Request", "conditions[1] is wrong", "conditions[1]", "column 14: write and"));
        var sent = new HashMap<>(fields("try", "https://shop.example/"));
        sent.put("conditions", "status < 400\nlatency < 2s && status");
        var page = Browser.signedInAs("ada")
                .post("/checks/new", "/checks/new", sent)
                .asString();
        assertThat(page)
                .contains("latency &lt; 2s &amp;&amp; status\n             ^</pre>")
                .contains("write and")
                .contains("href=\"#f-conditions[1]\"")
                .contains("id=\"f-conditions[1]\"");
    }

    @Test
    void aTrialShowsWhatBecameOfEachCondition() {
        assertThat(check("try", "https://shop.example/").asString())
                .contains("status &lt; 400")
                .contains("status is 503, wanted &lt; 400");
        assertThat(services.bodies.getFirst()).contains("\"conditions\":[]").contains("\"redirects\":3");
    }

    @Test
    void conditionsAreExplainedByTheServiceItself() {
        assertThat(Browser.signedInAs("cleo").get("/checks/conditions").asString())
                .contains("status in (200, 300..399)")
                .contains("One condition a line.")
                .contains("condition = [");
    }

    @Test
    void aNewCheckBringsAKeyOfItsService() {
        assertThat(check("save", "https://shop.example/").statusCode()).isEqualTo(303);
        assertThat(services.writes)
                .containsExactly("POST /api/v1/services/" + CHECKOUT + "/integrations", "POST /api/v1/checks");
        assertThat(services.bodies.getFirst()).contains("\"name\":\"Check: front page\"");
        assertThat(services.bodies.get(1))
                .contains("\"routingKey\":\"" + FakeRooms.KEY + "\"")
                .contains("\"maxLatency\":\"PT0.5S\"")
                .contains("\"interval\":\"PT5S\"");
    }

    @Test
    void theKeyOfACheckThatWasRefusedIsTakenBack() {
        services.refusals.put(
                "POST /api/v1/checks",
                FakeServices.problem(400, "Bad Request", "http.url is wrong", "http.url", "has no host"));
        var page = check("save", "https:///nowhere");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.asString()).contains("has no host").contains("value=\"https:///nowhere\"");
        assertThat(services.writes)
                .last()
                .isEqualTo("DELETE /api/v1/services/" + CHECKOUT + "/integrations/" + FakeWorld.id(77));
    }

    @Test
    void editingACheckOfTheSameServiceKeepsItsKey() {
        var ada = Browser.signedInAs("ada");
        var edit = "/checks/" + FakeRooms.CHECK + "/edit";
        var fields = new HashMap<>(fields("save", "https://shop.example/new"));
        fields.put("version", "1");
        assertThat(ada.post(edit, edit, fields).statusCode()).isEqualTo(303);
        assertThat(services.writes).containsExactly("PUT /api/v1/checks/" + FakeRooms.CHECK);
        assertThat(services.bodies.getFirst()).contains("\"alert\":{}");
    }

    @Test
    void aCheckIsPausedAndResumedByAPress() {
        var ada = Browser.signedInAs("ada");
        var page = "/checks/" + FakeRooms.CHECK;
        assertThat(ada.follow(ada.post(page, page + "/pause", Map.of())).asString())
                .contains("Paused.")
                .contains("Resume");
        assertThat(ada.follow(ada.post(page, page + "/resume", Map.of())).asString())
                .contains("Watching again.");
        assertThat(ada.follow(ada.post(page, page + "/run", Map.of())).asString())
                .contains("Asked just now: down.");
        assertThat(ada.get(page + "/pause").statusCode()).isIn(404, 405);
    }

    @Test
    void aCheckThatIsDownKeepsItsKeyWhenDeleted() {
        var ada = Browser.signedInAs("ada");
        var page = "/checks/" + FakeRooms.CHECK;
        var gone = ada.post(page, page + "/delete", Map.of());
        assertThat(ada.follow(gone).asString()).contains("Its key stays on the service");
        assertThat(services.writes).containsExactly("DELETE /api/v1/checks/" + FakeRooms.CHECK);
    }

    @Test
    void theHistoryOfACheckSaysWhatWasNotSeen() {
        var page = Browser.signedInAs("ada").get("/checks/" + FakeRooms.CHECK).asString();
        assertThat(page)
                .contains("95.83 to 99.31\u00a0%")
                .contains("50\u00a0min not seen")
                .contains("≤ 15 s")
                .contains("We ran 56\u00a0% of what we owe")
                .contains("Evidence: 2 attempts")
                .contains("status 503, was 200")
                .contains("one failure not confirmed")
                .contains("Latency of");
    }

    @Test
    void whatWeDoNotKeepUpWithIsSaidInRedOnTheListAndOnTheBoard() {
        for (var page : List.of("/", "/checks"))
            assertThat(Browser.signedInAs("ada").get(page).asString())
                    .contains("note bad")
                    .contains("We ran 56\u00a0% of what we owe you");
    }

    @Test
    void maintenanceOfAllChecksIsPlannedByAForm() {
        var ada = Browser.signedInAs("ada");
        var form = "/checks/maintenance/new";
        var refused = ada.post(form, form, Map.of("name", "", "scope", "everything", "duration", "long"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("Say what is being done.").contains("such as 30m or 2h");
        assertThat(ada.get("/checks/maintenance").asString())
                .contains("database upgrade")
                .contains("FREQ=WEEKLY;BYDAY=SU")
                .contains("Going on");
    }

    @Test
    void withoutOncallAFormSaysSoAndTheTextStays() {
        var ada = Browser.signedInAs("ada");
        var blank = ada.get("/teams/new");
        services.down.add("/api/v1/teams");
        var page = ada.send("/teams/new", Map.of("name", "Night shift", "description", "x"), Browser.token(blank));
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.asString()).contains("oncall-service does not answer").contains("value=\"Night shift\"");
    }

    private Response check(String command, String url) {
        return Browser.signedInAs("ada").post("/checks/new", "/checks/new", fields(command, url));
    }

    private static Map<String, String> fields(String command, String url) {
        return Map.of(
                "name",
                "front page",
                "serviceId",
                CHECKOUT,
                "kind",
                "http",
                "http.url",
                url,
                "http.expectStatus",
                "200",
                "http.maxLatency",
                "500",
                "http.redirects",
                "3",
                "interval",
                "5s",
                "failureThreshold",
                "2",
                "do",
                command);
    }

    private static Map<String, String> schedule(String command) {
        return Map.of(
                "name",
                "Payments, primary",
                "teamId",
                PAYMENTS,
                "zone",
                "Europe/Berlin",
                "layers[0].name",
                "Rotation",
                "layers[0].every",
                "weekly",
                "layers[0].length",
                "1",
                "layers[0].firstHandoff",
                "2026-11-16T09:00",
                "layers[0].members[0]",
                ADA,
                "layers[0].members[1]",
                BEN,
                "do",
                command);
    }

    @Test
    void aCheckEditedInCodeSaysSoBeforeAnybodyTypes() {
        services.rooms
                .stored("checks", FakeRooms.CHECK)
                .putObject("code")
                .put("key", "checkout")
                .put("file", "shop.yaml")
                .put("line", 12);
        for (var form : List.of("/edit", "/settings")) {
            var answer = Browser.signedInAs("ada").get("/checks/" + FakeRooms.CHECK + form);
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.getHeader("Location")).endsWith("/checks/" + FakeRooms.CHECK);
        }
    }
}
