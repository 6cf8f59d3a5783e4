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

    @Message("By each of your verified ways, through the same carriers as a page at night.")
    String byEveryWayThatMay();

    @Message("How pages reach you")
    String howPagesReachYou();

    @Message("Without a carrier’s account the phones are simulated: [1|open them in another tab] and watch it arrive.")
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
            "Asked for [1]{#if taken}, taken by the carrier [2]{/if}{#if delivered}, delivered [3]{/if}{#if arrived}, in your hand [4]{/if}")
    String askedFor(Instant taken, Instant delivered, Instant arrived);

    @Message("It arrived")
    String itArrived();

    @Message("It arrived at {address}")
    String itArrivedAtAddress(String address);

    @Message("Send one: within seconds you see here when the carrier took it and when it was delivered.")
    String sendOneWithinSecondsYou();

    // FirstSteps.java

    @Message("Add your phone")
    String aPhoneThatIsYoursProven();

    @Message("Your number, and the code that arrives there.")
    String addYourNumberAndTypeThe();

    @Message("Receive a test page")
    String aTestPageInYourHand();

    @Message("Sent to yourself, and watched until it is delivered.")
    String sendOneToYourselfAndWatch();

    @Message("Make a team")
    String aTeam();

    @Message("The people who are paged together: schedules, policies and services belong to them.")
    String schedulesPoliciesAndServicesBelongTo();

    @Message("Make a schedule without gaps")
    String aScheduleWithoutGaps();

    @Message("Somebody is on call all through the next two weeks.")
    String somebodyIsOnCallAllThrough();

    @Message("Make an escalation policy")
    String anEscalationPolicy();

    @Message("Who is paged first, and who when nobody answers.")
    String whoIsPagedFirstAndWho();

    @Message("Add a service")
    String aService();

    @Message("What breaks, and by which policy.")
    String whatBreaksAndByWhichPolicy();

    @Message("Add a check")
    String aCheck();

    @Message("A site, a port or a machine that is asked again and again.")
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

    @Message("Test page sent. Below you see when it is delivered.")
    String aTestPageIsOnIts();

    @Message("Nothing was sent. {why}.")
    String nothingWasSent(String why);

    @Message("Test page sent, but not everywhere. {why}.")
    String aTestPageIsOnIts2(String why);

    // Proof.java

    @Message("E-mail")
    String eMail();
}
