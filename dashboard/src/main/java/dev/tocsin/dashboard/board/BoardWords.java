package dev.tocsin.dashboard.board;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the board, as {@code board:name} in templates. */
@MessageBundle("board")
public interface BoardWords {
    // BoardPages/around.html

    @Message("Put these away")
    String putTheseAway();

    @Message("They stay on your profile.")
    String theyStayOnYourProfile();

    @Message("Yours to write")
    String yoursToWrite();

    @Message("Write postmortem")
    String writePostmortem();

    @Message("We ran {percentRun}\u00a0% of what we owe you.")
    String weRanPercentRunOfWhat(int percentRun);

    @Message("Checks we do not get to are unknown.")
    String checksWeDoNotGet();

    @Message("Nothing is watched yet")
    String nothingIsWatchedYet();

    @Message("A check asks a site or a port, and pages when it does not answer.")
    String aCheckAsksASite();

    @Message("Add the first check")
    String addTheFirstCheck();

    @Message("Schedules")
    String schedules();

    @Message("You")
    String you();

    @Message("until [1]")
    String until();

    @Message("until [1], then [2]")
    String untilThen();

    @Message("next: [1] from [2]")
    String nextFrom();

    @Message("until [1], then [2|nobody]")
    String untilThenNobody();

    @Message("No schedule yet")
    String noScheduleYet();

    @Message("A schedule says who is paged when.")
    String aScheduleSaysWhoIs();

    @Message("Make the first schedule")
    String makeTheFirstSchedule();

    @Message("How fast we answer")
    String howFastWeAnswer();

    @Message("MTA and MTR")
    String mtaAndMtr();

    @Message("Mean time to acknowledge")
    String meanTimeToAcknowledge();

    @Message("[1|MTA] this week")
    String mtaThisWeek();

    @Message("Mean time to resolve")
    String meanTimeToResolve();

    @Message("[1|MTR] this week")
    String mtrThisWeek();

    @Message("My tasks")
    String myTasks();

    @Message("All of them")
    String allOfThem();

    @Message("due {due}")
    String dueDue(String due);

    @Message("Library")
    String library();

    @Message("When an incident is resolved its draft appears here, with every measured fact filled in.")
    String whenAnIncidentIsResolved();

    @Message("Tocsin itself")
    String tocsinItself();

    @Message("By service")
    String byService();

    // BoardPages/board.html

    @Message("Board")
    String board();

    @Message("As of [1]")
    String asOf();

    @Message("Connecting")
    String connecting();

    @Message("Reload")
    String reload();

    // BoardPages/incidents.html

    @Message("We cannot see the incidents")
    String weCannotSeeTheIncidents();

    @Message("{trouble} Pages may still be going out.")
    String troublePagesMayStillBe(String trouble);

    @Message("Raise an incident")
    String raiseAnIncident();

    @Message("Yours")
    String yours();

    @Message("Everybody else’s")
    String everybodyElses();

    @Message("Open incidents")
    String openIncidents();

    @Message("All incidents")
    String allIncidents();

    @Message("Just in")
    String justIn();

    // BoardPages/overview.html

    @Message("All checks at once")
    String allChecksAtOnce();

    @Message("What is not well comes first, by name. Each block is a team or a service.")
    String whatIsNotWellStands();

    @Message("Blocks")
    String blocks();

    // CheckMap.java

    @Message("{teams.counted('more team')}")
    String words(int teams);

    @Message("{services.counted('more service')}")
    String words2(int services);

    @Message("No team")
    String noTeam();

    @Message("No service")
    String noService();

    @Message("team {id}…")
    String team(String id);

    @Message("service {id}…")
    String service(String id);

    // OpenIncidents.java

    @Message("Nothing is wrong")
    String nothingIsWrong();

    @Message("{n.counted('incident')} {#if n == 1}waits{#else}wait{/if} for you")
    String waitForYou(int n);

    @Message("{n.counted('incident')} {#if n == 1}is{#else}are{/if} not acknowledged yet")
    String notAcknowledgedYet(int n);

    @Message("{n.counted('open incident')}, {#if n > 1}all {/if}acknowledged")
    String allAcknowledged(int n);

    @Message("No incident is open.")
    String noIncidentIsOpen();

    @Message("{open} open: {waiting} not acknowledged, {inHand} in hand.")
    String openNotAcknowledgedInHand(int open, int waiting, int inHand);

    // OverviewPages.java

    @Message("By team")
    String byTeam();

    // live.js

    @Message("Not live")
    String notLive();

    @Message("Live · updated {length} ago")
    String liveUpdated(String length);

    @Message("oncall-service does not answer. What you see may be old.")
    String oncallIsSilent();

    @Message("Connection lost {length} ago. What you see may be old.")
    String connectionLost(String length);

    @Message("Put in order")
    String putInOrder();

    @Message("{n} new · put in order")
    String newPutInOrder(String n);

    @Message("1 new incident")
    String oneNewIncident();

    @Message("{n} new incidents")
    String newIncidents(String n);
}
