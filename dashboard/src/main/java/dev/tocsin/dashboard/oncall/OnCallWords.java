package dev.tocsin.dashboard.oncall;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of who is on call, of coverage and of the simulator, as {@code oncall:name} in templates. */
@MessageBundle("oncall")
public interface OnCallWords {
    // OnCallPages/coverage.html

    @Message("Coverage")
    String coverage();

    @Message("Where, in the next 90 days, an incident would reach nobody, or where two steps would page the same "
            + "person, so that the second wakes nobody new. The managers of a team are told days before.")
    String whereTroubleInTheNext();

    @Message("No service yet")
    String noServiceYet();

    @Message("Coverage is looked at for each service: its policy, the schedules behind it, and whether their "
            + "people can be reached.")
    String coverageIsLookedAtFor();

    @Message("Services")
    String services();

    @Message("{total} in all")
    String totalInAll(String total);

    @Message("[1] to [2]")
    String fromTo2();

    @Message("and {more.counted('more time')}")
    String andMoreMoreTimes(int more);

    @Message("first [1]")
    String first2();

    @Message("Phones and notifications")
    String phonesAndNotifications();

    @Message("Covered at every moment")
    String coveredAtEveryMoment();

    @Message("Covered")
    String covered();

    @Message("More services")
    String moreServices();

    @Message("First")
    String first();

    // OnCallPages/overview.html

    @Message("Who is woken now, who is next, and where nobody would be.")
    String whoIsWokenNowWho();

    @Message("New schedule")
    String newSchedule();

    @Message("No schedule yet")
    String noScheduleYet();

    @Message("A schedule says who carries the phone when. Then a policy says who is paged first, and a service "
            + "uses that policy.")
    String aScheduleSaysWhoCarries();

    @Message("Create the first schedule")
    String createTheFirstSchedule();

    @Message("My next shifts")
    String myNextShifts();

    @Message("You are not on call in the next eight weeks.")
    String youAreNotOnCall();

    @Message("until [1]")
    String until();

    @Message("from [1] to [2]")
    String fromTo();

    @Message("On call now")
    String onCallNow();

    @Message("Now")
    String now();

    @Message("until [1], [2]")
    String untilThen();

    @Message("from [1]")
    String from();

    @Message("Nobody planned")
    String nobodyPlanned();

    @Message("Nobody on call from [1] to [2]")
    String nobodyOnCallFromTo();

    // SimulatorPages/simulator.html

    @Message("What if")
    String whatIf();

    @Message("What if it breaks?")
    String whatIfItBreaks();

    @Message("Who is paged, how and when, if a service breaks and nobody answers. The answer comes from the engine "
            + "that pages, with the rules as they are now; nothing is sent.")
    String whoIsPagedHowWhen();

    @Message("The question")
    String theQuestion();

    @Message("Breaks at")
    String breaksAt();

    @Message("Time zone")
    String inTheTimeOf();

    @Message("Ask")
    String ask();

    @Message("What would happen")
    String whatWouldHappen();

    @Message("{service} breaks {dated}; urgency {urgency}.")
    String serviceBreaksDatedUrgencyUrgency(String service, String dated, String urgency);

    @Message("Nobody would be paged.")
    String nobodyWouldBePaged();

    @Message("{pages} {#if pages == 1}page{#else}pages{/if} if nobody answers.")
    String pagesPagePagesIfNobody(long pages);

    @Message("step {step}{#if cycle > 1}, round {cycle}{/if}")
    String stepStepRoundCycle(Integer step, Integer cycle);

    @Message("[1] is paged by [2] to [3] [4]")
    String isPagedByTo();

    @Message("the rule")
    String theRule();

    @Message("It goes on like this; the simulator stops looking here.")
    String itGoesOnLikeThis();

    @Message("Nothing more happens by itself.")
    String nothingMoreHappensByItself();

    // OnCallPages.java

    @Message("Schedules")
    String schedules();

    @Message("Escalation policies")
    String escalationPolicies();

    @Message("Webhooks")
    String webhooks();

    // SimulatorPages.java

    @Message("must be a date and a time")
    String mustBeADateAndA();

    @Message("Not asked yet.")
    String notAskedYet();
}
