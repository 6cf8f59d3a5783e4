package dev.tocsin.dashboard.checks;

import java.time.Duration;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about checks, as {@code check:name} in templates. */
@MessageBundle("check")
public interface CheckWords {
    // CheckPages/job.html

    @Message("The job")
    String theJob();

    @Message("It has no address to call yet, so it can only be waited for.")
    String itHasNoAddressTo();

    @Message("It is")
    String itIs();

    @Message("Last success")
    String lastSuccess();

    @Message("[1]{#if took}, took [2]{/if}")
    String ended(Object took);

    @Message("Last failure")
    String lastFailure();

    @Message("A run goes on")
    String aRunGoesOn();

    @Message("since [1]")
    String since();

    @Message("Next expected")
    String nextExpected();

    @Message("[1], late from [2] on")
    String lateFromOn();

    @Message("Then")
    String then();

    @Message("Rhythm")
    String rhythm();

    @Message("[1] in [2]")
    String in();

    @Message("every {period}")
    String everyPeriod(Object period);

    @Message("[1], [2] of grace{#if limit}, a run takes at most [3]{/if}")
    String ofGrace(Object limit);

    @Message("[1], made [2]{#if previous}; the one before works until [3]{/if}")
    String made(Object previous);

    @Message("How to call it")
    String howToCallIt();

    @Message("The secret was shown when the address was made.")
    String theSecretWasShownWhen();

    @Message("Make a new address")
    String makeANewAddress();

    @Message("The present address works for a day more, so that jobs can be changed one by one.")
    String thePresentAddressWorksFor();

    @Message("End the present address now")
    String endThePresentAddressNow();

    @Message("Whatever still calls the present address is no longer heard.")
    String whateverStillCallsThePresent();

    @Message("Replace it at once")
    String replaceItAtOnce();

    @Message("Make the address to call")
    String makeTheAddressToCall();

    @Message("Its last calls")
    String itsLastCalls();

    @Message("No call yet")
    String noCallYet();

    @Message("Each call shows here, with what the job wrote.")
    String eachCallShowsHereWith();

    @Message("When|It said|#Took|What it wrote")
    String whenItSaidTookWhat();

    @Message("It said")
    String itSaid();

    @Message("exit code {exitCode}")
    String exitCodeExitCode(Object exitCode);

    @Message("Took")
    String took();

    @Message("Wrote")
    String wrote();

    @Message("Output")
    String output();

    @Message("Nothing")
    String nothing();

    // CheckPages/key.html

    @Message("Address to call")
    String addressToCall();

    @Message("The address of {check}")
    String theAddressOfCheck(String check);

    @Message("Shown only now. Whoever knows it can speak for the job; afterwards only its end, {hint}, is known here.")
    String shownOnlyNowWhoeverKnows(String hint);

    @Message("The address before it works until [1].")
    String theAddressBeforeItWorks();

    @Message("Ready to copy")
    String readyToCopy();

    @Message("After a command")
    String afterACommand();

    @Message("In a crontab: its exit code, how long it took and what it wrote")
    String inACrontabItsExit();

    @Message("In a systemd service")
    String inASystemdService();

    @Message("Any of GET, HEAD and POST counts. Up to 10 kB of output are kept as evidence. Add [1] with a UUID "
            + "of the run where runs overlap.")
    String anyOfGetHeadAnd();

    // CheckPages/one.html

    @Message("Run now")
    String runNow();

    @Message("Resume")
    String resume();

    @Message("Pause")
    String pause();

    @Message("Delete this check? What it raised is resolved; its history goes with it.")
    String deleteThisCheckWhatIt();

    @Message("Delete the check")
    String deleteTheCheck();

    @Message("{state}, flapping")
    String flapping(String state);

    @Message("Edited in code: [1], line [2], as [3].")
    String editedInCodeLineAs();

    @Message("Checks as code")
    String checksAsCode();

    @Message("It goes up and down too often to be believed. One alert stands for all of it until it is calm.")
    String itGoesUpAndDown();

    @Message("In maintenance “[1]” until [2]: no alert leaves.")
    String inMaintenanceUntilNoAlert();

    @Message("We ran {percent}\u00a0% of what we owe")
    String weRanPercentOfWhat(int percent);

    @Message("[1] this check in the last [2]: [3] of [4] probes{#if late > 0}, {late} late{/if}.")
    String thisCheckInTheLast(long late);

    @Message("This check pages nobody.")
    String thisCheckPagesNobody();

    @Message("Give it an [1] in its file")
    String giveItAnInIts();

    @Message("[1] to have its people told.")
    String toHaveItsPeopleTold();

    @Message("Uptime")
    String uptime();

    @Message("Up, last {answer}")
    String upLastAnswer(String answer);

    @Message("It has not called yet.")
    String itHasNotCalledYet();

    @Message("Detected at worst after")
    String detectedAtWorstAfter();

    @Message("the next probe, its time-out, and the confirmation")
    String theNextProbeItsTime();

    @Message("the next probe and its time-out")
    String theNextProbeAndIts();

    @Message("How long its runs took")
    String howLongItsRunsTook();

    @Message("Latency")
    String latency();

    @Message("Span")
    String span();

    @Message("{probes} probes. Good answers only; percentiles are right to within 1\u00a0%. Where nothing is drawn "
            + "nobody saw a good answer.")
    String probesProbesGoodAnswersOnly(String probes);

    @Message("These figures as CSV")
    String theseFiguresAsCsv();

    @Message("Every result of the last day as CSV")
    String everyResultOfTheLast();

    @Message("Where the time went, on average")
    String whereTheTimeWentOn();

    @Message("Nothing was measured in this time.")
    String nothingWasMeasuredInThis();

    @Message("State, last {states}")
    String stateLastStates(String states);

    @Message("Our last looks")
    String ourLastLooks();

    @Message("Last results")
    String lastResults();

    @Message("No result yet")
    String noResultYet();

    @Message("The first probe comes within a second of saving.")
    String theFirstProbeComesWithin();

    @Message("When|Outcome|#Took|What was received")
    String whenOutcomeTookWhatWas();

    @Message("When|Outcome")
    String whenOutcome();

    @Message("Outcome")
    String outcome();

    @Message("asked again at once")
    String askedAgainAtOnce();

    @Message("Received")
    String received();

    @Message("Body")
    String body();

    @Message("Settings")
    String settings();

    @Message("Asks")
    String asks();

    @Message("for [1]")
    String forIt();

    @Message("nobody: the job calls us")
    String nobodyTheJobCallsUs();

    @Message("at [1]")
    String at();

    @Message("Conditions")
    String conditions();

    @Message("Expects")
    String expects();

    @Message("HTTP {status}{#if within}, within {within.spoken}{/if}{#if body}, body holds “{body}”{/if}")
    String http(String status, Duration within, String body);

    @Message("{interval}, gives up after {timeout}")
    String intervalGivesUpAfterTimeout(String interval, String timeout);

    @Message("Down after")
    String downAfter();

    @Message(
            "{failures.counted('failure')}{#if scattered} of the last {window}{#else if confirmed} in a row{/if}{#if confirmed}; a first one is confirmed at once{/if}")
    String failures(int failures, boolean scattered, int window, boolean confirmed);

    @Message("slower than {degradedAfter}")
    String slowerThanDegradedAfter(String degradedAfter);

    @Message("Stands behind")
    String standsBehind();

    @Message("Up after")
    String upAfter();

    @Message("1 success")
    String success();

    @Message("{successThreshold} successes in a row")
    String successThresholdSuccessesInARow(int successThreshold);

    @Message("Where the last probe’s time went")
    String whereTheLastProbesTime();

    @Message("Changes")
    String changes();

    @Message("Nothing has changed since it was made.")
    String nothingHasChangedSinceIt();

    @Message("Evidence: {attempts.counted('attempt')}")
    String evidenceAttempts(int attempts);

    @Message("{#if status}HTTP {status} {/if}{reason}, {latency.spoken}{#if again}, asked again at once{/if}")
    String attempt(Integer status, String reason, Duration latency, boolean again);

    @Message("certificate of [1] until [2]")
    String certificateOfUntil();

    @Message("Different from the last good one: [1].")
    String differentFromTheLastGood();

    @Message("told on-call {after} later")
    String toldOnCallAfterLater(String after);

    @Message("On its way to on-call")
    String onItsWayToOn();

    @Message("On-call refused it")
    String onCallRefusedIt();

    @Message("Not confirmed")
    String notConfirmed();

    @Message("[1], well again [2] later; it paged nobody and counts as down")
    String wellAgainLaterItPaged();

    // CheckHistory.java

    @Message("1 hour")
    String oneHour();

    @Message("24 hours")
    String day();

    @Message("7 days")
    String week();

    @Message("30 days")
    String month();

    @Message("90 days")
    String quarter();

    // CheckHistory.java

    @Message("Latency of {check}")
    String latencyOf(String check);

    @Message("median (p50)")
    String medianP50();

    @Message("From")
    String from();

    @Message("Up")
    String up();

    @Message("Good")
    String good();

    @Message("Failed")
    String failed();

    @Message("State of {check}")
    String stateOf(String check);

    @Message("nothing seen yet")
    String nothingSeenYet();

    @Message("of the {seen} we watched")
    String ofTheWeWatched(String seen);

    @Message("{low} to {high}\u00a0%")
    String toU00A0(String low, String high);

    @Message("{length} slow")
    String slow(String length);

    @Message("{length} maintenance")
    String maintenance(String length);

    @Message("{length} not seen")
    String notSeen(String length);

    @Message("all of it seen")
    String allOfItSeen();

    // CheckPages.java

    @Message("Asked just now: up in {took}.")
    String askedJustNowUpIn(String took);

    @Message("Asked just now: down. {result}")
    String askedJustNowDown(String result);

    @Message("Asked just now: no verdict. {result}")
    String askedJustNowNoVerdict(String result);

    @Message("Paused. Nobody is told of trouble until it is resumed.")
    String pausedNobodyIsToldOfTrouble();

    @Message("Watching again.")
    String watchingAgain();

    @Message(
            "Check deleted. Its key stays on the service until you revoke it there: what the check raised is resolved through it.")
    String checkDeletedItsKeyStaysOn();

    @Message("Check deleted.")
    String checkDeleted();

    @Message("Not deleted: {why}")
    String notDeleted(String why);

    @Message(
            "{#switch state}{#case 'up'}Up{#case 'down'}Down{#case 'degraded'}Degraded{#case 'unreachable'}Unreachable{#case 'unknown'}Unknown{#case 'paused'}Paused{#else}{state}{/switch}")
    String state(String state);
}
