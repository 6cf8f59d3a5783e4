package dev.tocsin.oncall.story;

import java.util.UUID;

import dev.tocsin.oncall.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static dev.tocsin.oncall.story.Crowd.step;
import static org.assertj.core.api.Assertions.assertThat;

/** What people answer by text, and what we say back. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ReplyStories extends Stories {
    @Test
    void adaTypesHalfAsleepAndIsUnderstood() {
        var ada = person("Ada");
        var shop = team("Shop", ada).service("checkout", step(60, ada));

        for (var typed : new String[] {"1A", " 1 a ", "ack 2", "#3a", "\"5 ack\"", "acknowledge 7!"}) {
            var incident = shop.breaks("trouble " + typed.replaceAll("\\W", ""));
            ada.isTexted("trouble");
            assertThat(ada.replies(typed.replaceFirst("\\d", code(ada)))).contains("You have it");
            assertThat(Watched.state(story, incident)).isEqualTo("acknowledged");
            after(minutes(1));
        }
    }

    @Test
    void whileTwoAreOpenABareAckIsAnsweredWithTheList() {
        var ada = person("Ada");
        var shop = team("Shop", ada).service("checkout", step(60, ada));
        var first = shop.breaks("the database is down");
        ada.isTexted("the database is down", "1a");
        var second = shop.breaks("the queue is full");
        ada.isTexted("the queue is full", "2a");

        assertThat(ada.replies("ack")).contains("Which one?", "1a: ", "the database is down", "2a: ");
        assertThat(Watched.state(story, first)).isEqualTo("triggered");
        assertThat(Watched.state(story, second)).isEqualTo("triggered");
    }

    @Test
    void oneTextMayTakeOneAndCloseAnother() {
        var ada = person("Ada");
        var shop = team("Shop", ada).service("checkout", step(60, ada));
        var first = shop.breaks("one");
        ada.isTexted("one");
        var second = shop.breaks("two");
        ada.isTexted("two");

        assertThat(ada.replies("1a 2r")).contains("Acknowledged", "Resolved");
        assertThat(Watched.state(story, first)).isEqualTo("acknowledged");
        assertThat(Watched.state(story, second)).isEqualTo("resolved");
    }

    @Test
    void ackAllTakesEverythingButResolveAllIsRefused() {
        var ada = person("Ada");
        var shop = team("Shop", ada).service("checkout", step(60, ada));
        var first = shop.breaks("one");
        ada.isTexted("one");
        var second = shop.breaks("two");
        ada.isTexted("two");

        assertThat(ada.replies("resolve all")).contains("name each one");
        assertThat(ada.replies("ack all")).contains("Acknowledged 2");
        assertThat(Watched.state(story, first)).isEqualTo("acknowledged");
        assertThat(Watched.state(story, second)).isEqualTo("acknowledged");
    }

    @Test
    void benIsToldThatAdaHasItAlready() {
        var ada = person("Ada");
        var ben = person("Ben");
        var shop = team("Shop", ada, ben).service("checkout", step(60, ada, ben));
        shop.breaks("the database is down");
        ada.isTexted("the database is down");
        ben.isTexted("the database is down");

        ada.replies("1a");
        assertThat(ben.replies("1a")).contains("already acknowledged by Ada at");
    }

    @Test
    void anAnswerToAnOldPageChangesNothingAndSaysWhoClosedIt() {
        var ada = person("Ada");
        var shop = team("Shop", ada).service("checkout", step(60, ada));
        var incident = shop.breaks("the database is down");
        ada.isTexted("the database is down");
        ada.resolves(incident);

        after(hours(3));
        assertThat(ada.replies("1a")).contains("already resolved by Ada at");
    }

    @Test
    void aLateCodeNeverTakesTheNextIncident() {
        var ada = person("Ada");
        var shop = team("Shop", ada).service("checkout", step(60, ada));
        var old = shop.breaks("the database is down");
        ada.isTexted("1a");
        ada.resolves(old);
        var fresh = shop.breaks("the queue is full");
        ada.isTexted("2a");

        assertThat(ada.replies("1a")).contains("already resolved");
        assertThat(Watched.state(story, fresh)).isEqualTo("triggered");
    }

    @Test
    void aCodeRestsForADayAndAHundredTexts() {
        var ada = person("Ada");
        var shop = team("Shop", ada).service("checkout", step(60, ada));
        var first = shop.breaks("the first");
        ada.isTexted("1a");
        ada.resolves(first);

        after(hours(30));
        var second = shop.breaks("the next day");
        ada.isTexted("Reply 2a");
        ada.resolves(second);
    }

    @Test
    void fourAndSixMeanWhatTheyMeanAtPagerDuty() {
        var ada = person("Ada");
        var shop = team("Shop", ada).service("checkout", step(60, ada));
        var incident = shop.breaks("the database is down");
        ada.isTexted("the database is down");

        assertThat(ada.replies("6")).contains("To resolve, name it");
        assertThat(ada.replies("4")).contains("You have it");
        assertThat(Watched.state(story, incident)).isEqualTo("acknowledged");
        assertThat(ada.replies("6")).contains("Resolved");
    }

    @Test
    void fourAndSixAreNeverGivenOutAsCodes() {
        var ada = person("Ada");
        var shop = team("Shop", ada).service("checkout", step(60, ada));
        for (var code : new int[] {1, 2, 3, 5, 7}) {
            shop.breaks("trouble");
            ada.isTexted("Reply " + code + "a");
            after(minutes(1));
        }
    }

    @Test
    void adaEscalatesByTextAndBenIsWokenAtOnce() {
        var ada = person("Ada");
        var ben = person("Ben");
        var shop = team("Shop", ada, ben).service("checkout", step(60, ada), step(60, ben));
        var incident = shop.breaks("the database is down");
        ada.isTexted("the database is down");

        assertThat(ada.replies("1e")).contains("Escalated", "step 2 is paged");
        ben.isTexted("the database is down");
        assertThat(Watched.state(story, incident)).isEqualTo("triggered");
    }

    @Test
    void adaSnoozesForHalfAnHourAndIsPagedAgainAfterIt() {
        var ada = person("Ada");
        var shop = team("Shop", ada).service("checkout", step(60, ada));
        shop.breaks("the disk fills up");
        ada.isTexted("the disk fills up");

        assertThat(ada.replies("snooze 30")).contains("Snoozed", "until");
        after(minutes(29));
        ada.isNotTexted();
        after(minutes(1));
        ada.isTexted("the disk fills up");
    }

    @Test
    void aSnoozeOfOneOfTwoNamesIt() {
        var ada = person("Ada");
        var shop = team("Shop", ada).service("checkout", step(60, ada));
        var first = shop.breaks("one");
        ada.isTexted("one");
        shop.breaks("two");
        ada.isTexted("two");

        assertThat(ada.replies("snooze 30")).contains("Which one?");
        assertThat(ada.replies("snooze 1 30")).contains("Snoozed", "one");
        assertThat(ada.replies("snooze 1 999999")).contains("1 minute to 7 days");
        assertThat(Watched.state(story, first)).isEqualTo("acknowledged");
    }

    @Test
    void whoSaysWhoHasIt() {
        var ada = person("Ada");
        var ben = person("Ben");
        var shop = team("Shop", ada, ben).service("checkout", step(60, ada, ben));
        shop.breaks("the database is down");
        ada.isTexted("the database is down");
        ben.isTexted("the database is down");

        assertThat(ben.replies("who")).contains("paging Ada, Ben");
        ada.replies("1a");
        assertThat(ben.replies("who?")).contains("Ada has it");
    }

    @Test
    void whoSaysWhoIsOnCallWhenNothingIsOpen() {
        var ada = person("Ada");
        var ben = person("Ben");
        var checkout = team("Shop", ada, ben).service("checkout", step(60, ada));

        assertThat(ben.replies("who")).contains("Nothing is open", checkout.name() + ": Ada");
    }

    @Test
    void statusListsWhatIsOpenAndWhatIsTaken() {
        var ada = person("Ada");
        var shop = team("Shop", ada).service("checkout", step(60, ada));
        assertThat(ada.replies("status")).isEqualTo("Nothing is open for you.");
        shop.breaks("the database is down");
        ada.isTexted("the database is down");
        ada.replies("1a");

        assertThat(ada.replies("status")).contains("1a: #", "the database is down", "(taken)");
    }

    @Test
    void aLongListIsCutBetweenItsItemsAndSaysHowManyMoreThereAre() {
        var ada = person("Ada");
        var shop = team("Shop", ada).service("checkout", step(60, ada));
        for (int i = 0; i < 12; i++) {
            shop.breaks("trouble number " + i + " in the storage of pictures");
            ada.isTexted("trouble number");
            after(minutes(1));
        }

        var answer = ada.replies("status");
        assertThat(answer.length()).isLessThanOrEqualTo(306);
        assertThat(answer).containsPattern("; and \\d+ more: https://tocsin.example.com/incidents$");
    }

    @Test
    void aStrangerHearsNothing() {
        assertThat(Somebody.texts("+15559990000", "1a")).isEmpty();
        assertThat(Somebody.texts("+15559990000", "help")).isEmpty();
    }

    @Test
    void whoeverGuessesIsIgnoredForAnHourAndTheAuditSaysSo() {
        var ada = person("Ada");
        var shop = team("Shop", ada).service("checkout", step(180, ada));
        var incident = shop.breaks("the database is down");
        ada.isTexted("the database is down");
        for (int code = 100; code < 110; code++)
            assertThat(ada.replies(code + "r")).contains("No incident was sent");

        assertThat(ada.replies("1a")).isEmpty();
        assertThat(Watched.state(story, incident)).isEqualTo("triggered");
        assertThat(audited("texts.ignored", ada.id())).isEqualTo(1);
        after(minutes(61));
        assertThat(ada.replies("1a")).contains("You have it");
    }

    @Test
    void stopIsHonouredAndHerNextPageGoesToBenAtOnce() {
        var ada = person("Ada");
        var ben = person("Ben");
        var shop = team("Shop", ada, ben).service("checkout", step(30, ada), step(30, ben));
        assertThat(ada.replies(" Stop. ")).isEmpty();

        shop.breaks("the database is down");
        ben.isTexted("the database is down");
        assertThat(audited("texts.stopped", ada.id())).isEqualTo(1);
        assertThat(trouble(ada)).contains("stopped");
    }

    @Test
    void startBringsHerTextsBack() {
        var ada = person("Ada");
        var shop = team("Shop", ada).service("checkout", step(30, ada));
        ada.replies("STOP");
        ada.replies("start");

        shop.breaks("the database is down");
        ada.isTexted("the database is down");
        assertThat(trouble(ada)).doesNotContain("stopped");
    }

    @Test
    void aWordOfTheCarriersIsNeverACommand() {
        var ada = person("Ada");
        var ben = person("Ben");
        var shop = team("Shop", ada, ben).service("checkout", step(60, ada));
        var incident = shop.breaks("the database is down");
        ada.isTexted("the database is down");

        assertThat(ada.replies("cancel")).isEmpty();
        assertThat(Watched.state(story, incident)).isEqualTo("triggered");
    }

    @Test
    void whatIsNotUnderstoodIsAnsweredWithHow() {
        var ada = person("Ada");
        team("Shop", ada).service("checkout", step(60, ada));

        assertThat(ada.replies("on my way!")).contains("Not understood", "1a to take");
        assertThat(ada.replies("?")).contains("1a to take").hasSizeLessThanOrEqualTo(160);
    }

    @Test
    void everyTextIsKeptWithItsResultForAdministratorsOnly() {
        var ada = person("Ada");
        var shop = team("Shop", ada).service("checkout", step(60, ada));
        shop.breaks("the database is down");
        ada.isTexted("the database is down");
        ada.replies("1a");

        var hers = story.callers
                .asha()
                .get("/api/v1/inbound-texts?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath("items.find { it.people.any { one -> one.id == '%s' } }".formatted(ada.id()));
        assertThat(hers.getString("body")).isEqualTo("1a");
        assertThat(hers.getString("result")).isEqualTo("acknowledged");
        assertThat(hers.getString("from")).contains("•••").isNotEqualTo(ada.phone());
        ada.calls().get("/api/v1/inbound-texts").then().statusCode(403);
    }

    @Test
    void theTimelineSaysThatItWasByText() {
        var ada = person("Ada");
        var shop = team("Shop", ada).service("checkout", step(60, ada));
        var incident = shop.breaks("the database is down");
        ada.isTexted("the database is down");
        ada.replies("1a");

        var timeline = story.callers
                .asha()
                .get("/api/v1/incidents/" + incident)
                .then()
                .extract()
                .jsonPath()
                .getList("timeline.findAll { it.kind == 'acknowledged' }.text", String.class);
        assertThat(timeline).containsExactly("Acknowledged by Ada by SMS");
    }

    /** The code of the newest text. */
    private static String code(Somebody person) {
        return person.texts().getLast().body().replaceAll("(?s).*Reply (\\d+)a.*", "$1");
    }

    private long audited(String action, UUID actor) {
        return story.crews.count("select count(*) from audit_entry where action = ? and actor_id = ?", action, actor);
    }

    private String trouble(Somebody person) {
        return person.calls()
                .get("/api/v1/people/" + person.id() + "/contact-methods")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
