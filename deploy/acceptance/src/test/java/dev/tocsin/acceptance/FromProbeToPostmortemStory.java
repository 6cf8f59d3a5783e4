package dev.tocsin.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The main job, end to end: a server dies, people are paged, one answers, it heals, and the company reads why. */
class FromProbeToPostmortemStory {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Pattern REPLY_CODE = Pattern.compile("\\b(\\d+)a\\b");
    private static final Person ASHA = new Person("Asha Rao", "asha@example.org", "+12015550123");
    private static final Person BEN = new Person("Ben Okafor", "ben@example.org", "+12015550145");

    private static final String ENGINEERS_PHONE = "+12015550167";

    private final Company company = new Company(Newcomer.EMAIL);
    private final RunningTocsin tocsin = RunningTocsin.start(company.settings());
    private final Browser browser = new Browser();
    private final WatchedServer checkout = new WatchedServer();
    private final Phones phones = new Phones(tocsin.phones());

    @AfterEach
    void everythingStops() {
        checkout.close();
        browser.photograph();
        browser.close();
        tocsin.close();
        company.close();
    }

    @Test
    void aServerDiesSomebodyAnswersAndTheCompanyReadsWhy() {
        var engineer = Engineer.signsInFirst(browser, tocsin);
        engineer.followsTheFirstSteps(ENGINEERS_PHONE, phones.of(ENGINEERS_PHONE));
        engineer.createsTeam("Shop");
        engineer.addsPerson(ASHA, "Shop");
        engineer.provesPhone(ASHA, phones.of(ASHA.phone()));
        var bensPassword = engineer.addsPerson(BEN, "Shop");
        engineer.provesPhone(BEN, phones.of(BEN.phone()));
        engineer.createsWeeklyRotation("Shop primary", "Shop", ASHA);
        engineer.createsPolicy("Shop policy", "Shop", "Shop primary", "8s", BEN.name(), "5m");
        engineer.createsService("Checkout", "Shop", "Shop policy");
        engineer.createsCheck("Checkout answers", "Checkout", checkout.url());
        engineer.seesTheCheckUp("Checkout answers");

        engineer.opensTheBoard();
        var brokenAt = Instant.now();
        checkout.kill();
        engineer.seesWithoutReload("Checkout answers");

        var ashas = phones.of(ASHA.phone());
        var first = ashas.awaitText(1, SOON);
        assertThat(first.segments()).isEqualTo(1);
        assertThat(first.encoding()).isEqualTo("GSM-7");
        assertThat(first.body()).contains("Checkout").contains(tocsin.dashboard("/a/"));

        var bens = phones.of(BEN.phone());
        bens.reply(code(bens.awaitText(1, SOON).body()));
        assertThat(bens.awaitText(2, SOON).body()).startsWith("Acknowledged");
        engineer.opensTheNewestIncident();
        engineer.seesInTheTimeline("took the SMS", "on its way", "was delivered", "acknowledged by Ben Okafor");

        checkout.comeBack();
        engineer.seesTheIncidentResolved();
        assertThat(ashas.received()).as("nobody is paged after the answer").hasSize(1);
        engineer.seesMtaAndMtrEqualToTheTimeline();

        var ben = Engineer.signsIn(browser, tocsin, BEN.email(), bensPassword);
        ben.opensTheDraftOfTheNewestIncident();
        ben.seesMeasuredFacts(ASHA.name(), BEN.name());
        ben.isToldWhatIsMissing();
        engineer.opensTheDraftOfTheNewestIncident();
        var authors = new TwoAuthors(ben.page(), engineer.page());
        authors.seeEachOther(BEN.name());
        authors.writeInDifferentPlaces();
        authors.writeInTheSamePlace();
        authors.loseASessionAndNoText(BEN.email(), Engineer.PASSWORD);
        authors.loseASessionAndNoPicture(BEN.email(), Engineer.PASSWORD);
        authors.findEverythingInTheHistory();
        ben.writesTheReport(brokenAt);
        ben.asksForAReview();
        var asha = Engineer.signsIn(browser, tocsin, ASHA.email(), engineer.resetsPassword(ASHA));
        asha.approvesThePostmortem(Report.TITLE);
        ben.publishes();
        asha.readsThePublishedPostmortem(Report.TITLE);
        asha.readsThePaper(Report.TITLE, ASHA.name(), BEN.name(), "Checkout answers");

        var newcomer = new Newcomer(tocsin, company, browser, engineer.page());
        newcomer.isInvitedAndJoins();
        newcomer.answersAnIncident("Checkout answers");
        newcomer.writesItsPostmortem();
        asha.approvesThePostmortem(Report.TITLE);
        newcomer.publishesAndReadsIt();
        newcomer.losesTheSessionAndNothingElse();
        newcomer.forgetsThePassword();
        newcomer.comesInByTheCompanysProvider();
        newcomer.mayOnlyReadAndThenNothing();

        var keyboard = new AtTheKeyboard(tocsin, engineer.page());
        keyboard.answersAnIncident();
        keyboard.findsIt();
        keyboard.changesATeamInTwoWindows("Shop");

        assertThat(browser.complaints()).as("what the browser complained of").isEmpty();
    }

    private static String code(String text) {
        var code = REPLY_CODE.matcher(text);
        assertThat(code.find()).as("a reply code in: " + text).isTrue();
        return code.group();
    }
}
