package dev.tocsin.dashboard.welcome;

import java.time.Instant;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the first steps and of test pages, as {@code welcome:name} in templates. */
@MessageBundle("welcome")
public interface WelcomeWords {
    // FirstStepsPages/list.html

    @Message("From an empty Tocsin to a page in your hand, and then to everything that pages you.")
    String fromAnEmptyTocsinTo();

    @Message("Show them on the board")
    String showThemOnTheBoard();

    @Message("All done.")
    String allDone();

    @Message("A page reaches you, and something is watched.")
    String aPageReachesYouAnd();

    @Message("{done} of {steps} done")
    String doneOfStepsDone(long done, int steps);

    // TestPages/page.html

    @Message("Test page")
    String testPage();

    @Message("By every way that may be used to page you, through the same carriers and with the same proofs as a "
            + "page at night.")
    String byEveryWayThatMay();

    @Message("How pages reach you")
    String howPagesReachYou();

    @Message(
            "Without a carrier’s account the phones are simulated: [1|open them beside this page] and watch it arrive.")
    String withoutACarriersAccountThe();

    @Message("Have your phone at hand.")
    String haveYourPhoneAtHand();

    // TestPages/state.html

    @Message("Your last test pages")
    String yourLastTestPages();

    @Message("A page reaches you. Next: [1|{step}].")
    String aPageReachesYouNext(String step);

    @Message("Nothing that is yours can be paged yet.")
    String nothingThatIsYoursCan();

    @Message("Add a phone")
    String addAPhone();

    @Message(
            "Asked for [1]{#if taken}, taken [2]{/if}{#if delivered}, delivered [3]{/if}{#if arrived}, in your hand [4]{/if}")
    String askedFor(Instant taken, Instant delivered, Instant arrived);

    @Message("It arrived")
    String itArrived();

    @Message("It arrived at {address}")
    String itArrivedAtAddress(String address);

    @Message("Send one: within seconds you see here when the carrier took it and when it was delivered. Ways that "
            + "are not verified are left out.")
    String sendOneWithinSecondsYou();

    // FirstSteps.java

    @Message("A phone that is yours, proven")
    String aPhoneThatIsYoursProven();

    @Message("Add your number and type the code that arrives.")
    String addYourNumberAndTypeThe();

    @Message("A test page in your hand")
    String aTestPageInYourHand();

    @Message("Send one to yourself and watch it arrive.")
    String sendOneToYourselfAndWatch();

    @Message("A team")
    String aTeam();

    @Message("Schedules, policies and services belong to one.")
    String schedulesPoliciesAndServicesBelongTo();

    @Message("A schedule without gaps")
    String aScheduleWithoutGaps();

    @Message("Somebody is on call all through the next two weeks.")
    String somebodyIsOnCallAllThrough();

    @Message("An escalation policy")
    String anEscalationPolicy();

    @Message("Who is paged first, and who when nobody answers.")
    String whoIsPagedFirstAndWho();

    @Message("A service")
    String aService();

    @Message("What breaks, and by which policy.")
    String whatBreaksAndByWhichPolicy();

    @Message("A check")
    String aCheck();

    @Message("Something that is asked again and again.")
    String somethingThatIsAskedAgainAnd();

    // FirstStepsPages.java

    @Message("The first steps are put away. You find them on your profile.")
    String theFirstStepsArePutAway();

    @Message("The first steps are on the board again.")
    String theFirstStepsAreOnThe();

    // Proof.java

    @Message("Arrived, you say")
    String arrivedYouSay();

    @Message("Delivered")
    String delivered2();

    @Message("Not delivered")
    String notDelivered();

    @Message("Taken by the carrier")
    String takenByTheCarrier();

    @Message("Handed over")
    String handedOver();

    @Message("On its way")
    String onItsWay();

    @Message("Call")
    String call();

    @Message("Webhook")
    String webhook();

    // TestPages.java

    @Message("Not sent: {why}")
    String notSent(String why);

    @Message("Good: a page reaches you.")
    String goodAPageReachesYou();

    @Message("A test page is on its way.")
    String aTestPageIsOnIts();

    @Message("Nothing was sent. {why}.")
    String nothingWasSent(String why);

    @Message("A test page is on its way, but not everywhere. {why}.")
    String aTestPageIsOnIts2(String why);

    // Proof.java

    @Message("E-mail")
    String eMail();
}
