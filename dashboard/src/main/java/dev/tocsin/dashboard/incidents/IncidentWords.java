package dev.tocsin.dashboard.incidents;

import java.time.Duration;
import java.time.Instant;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the incident pages, as {@code incident:name} in templates. */
@MessageBundle("incident")
public interface IncidentWords {
    // IncidentPages/list.html

    @Message("Raise an incident")
    String raiseAnIncident();

    @Message("Which incidents")
    String whichIncidents();

    @Message("Title or service")
    String wordsOfTheTitle();

    @Message("{#if items == 1}Select it{#else}Select all {items} on this page{/if}")
    String allItemsOnThisPage(int items);

    @Message("Acknowledge selected")
    String acknowledgeSelected();

    @Message("Resolve selected")
    String resolveSelected();

    @Message("Resolve all that are selected? Each ends at once; a resolved incident is not opened again.")
    String resolveAllThatAreSelected();

    @Message("Resolve them")
    String resolveThem();

    @Message("Nothing matches")
    String nothingMatches();

    @Message("No incident matches this filter.")
    String noIncidentMatchesThisFilter();

    @Message("Show all incidents")
    String showAllIncidents();

    @Message("No incidents here")
    String noIncidentsHere();

    @Message("Incidents open when a check goes down, when another tool sends an event, or when somebody raises "
            + "one by hand.")
    String incidentsOpenWhenACheck();

    // IncidentPages/one.html

    @Message("since [1]")
    String since();

    @Message("[1|If nobody answers:] [2] [3]")
    String ifNobodyAnswers();

    @Message("{acknowledgedBy} has it.")
    String acknowledgedByHasIt(String acknowledgedBy);

    @Message("Resolved after {timeToResolve}.")
    String resolvedAfterTimeToResolve(String timeToResolve);

    @Message("More…")
    String more();

    @Message("Escalate")
    String escalate();

    @Message("The next step is taken now: its people are paged, and nobody holds the incident any more.")
    String theNextStepIsTaken();

    @Message("Escalate now")
    String escalateNow();

    @Message("Read postmortem")
    String readPostmortem();

    @Message("Open the runbook")
    String openTheRunbook();

    @Message("Put aside until [1]; then it triggers again.")
    String putAsideUntilThenIt();

    @Message("End the snooze")
    String endTheSnooze();

    @Message("In maintenance until [1]: nobody is paged.")
    String inMaintenanceUntilNobodyIs();

    @Message("See the maintenance")
    String seeTheMaintenance();

    @Message("Add a note")
    String addANote();

    @Message("Note")
    String note();

    @Message("Everyone reads it, also in the postmortem.")
    String everyoneReadsItAlsoIn();

    @Message("Add note")
    String addNote();

    @Message("What its check saw")
    String whatItsCheckSaw();

    @Message("The check")
    String theCheck();

    @Message("Nothing was probed around it.")
    String nothingWasProbedAroundIt();

    @Message("Changed in the day before")
    String changedInTheDayBefore();

    @Message("What the source sent")
    String whatTheSourceSent();

    @Message("Details sent by the source")
    String detailsSentByTheSource();

    @Message("Who is next")
    String whoIsNext();

    @Message("Step [1], [2]")
    String step();

    @Message("In maintenance: paging begins [1] if it is still open.")
    String inMaintenancePagingBeginsIf();

    @Message("Nobody else")
    String nobodyElse();

    @Message("The policy is exhausted. Escalate by hand, or raise the matter yourself.")
    String thePolicyIsExhaustedEscalate();

    @Message("{acknowledgedBy} has it")
    String acknowledgedByHasIt2(String acknowledgedBy);

    @Message("Somebody has it")
    String somebodyHasIt();

    @Message("[1]: nobody else is paged.")
    String nobodyElseIsPaged();

    @Message("Pages")
    String pages();

    @Message("by {way}")
    String byWay(String way);

    @Message("{#if step == 0}By name{#else}Step {step}{/if}{#if cycle > 1}, round {cycle}{/if}")
    String askedIn(int step, int cycle);

    @Message("Sent [1]{#if delivered}, delivered [2]{/if}")
    String sent(Instant delivered);

    @Message("Held back [1]: it goes in the next message")
    String heldBackItGoesIn();

    @Message("Named in the message about #{bundledWith}")
    String namedInTheMessageAbout(Long bundledWith);

    @Message("Proof of delivery")
    String proofOfDelivery();

    @Message("[1] reported [2]{#if code} (error [3]){/if}")
    String reported(String code);

    @Message("Try {n}: {outcome}{#if status}, {status}{/if}{#if code}, error {code}{/if}{#if error}: {error}{/if}")
    String tryIt(int n, String outcome, String status, String code, String error);

    @Message("Imported: the timeline shows who was paged; there is no proof of delivery.")
    String broughtInFromElsewhereWhom();

    @Message("Nobody was paged.")
    String nobodyWasPaged();

    @Message("Why")
    String why();

    @Message("Nobody was chosen to be paged.")
    String nothingWasDecidedAboutAnybody();

    @Message("Why these people were paged was not recorded.")
    String whyWasNotRecorded();

    @Message("what this rests on")
    String whatThisRestsOn();

    @Message("Seen before")
    String seenBefore();

    @Message("The same alert")
    String theSameAlert();

    @Message("The same words")
    String theSameWords();

    @Message("The same service")
    String theSameService();

    @Message("over after {length}")
    String overAfterLength(String length);

    @Message("Read its postmortem")
    String readItsPostmortem();

    @Message("Facts")
    String facts();

    @Message("{who}{#if after}, after {after.measured}{/if}")
    String taken(String who, Duration after);

    @Message("not yet")
    String notYet();

    @Message("never")
    String never();

    @Message("by {who}{#if after}, after {after.measured}{/if}")
    String resolvedBy(String who, Duration after);

    @Message("Signals")
    String signals();

    @Message("Policy")
    String policy();

    @Message("Reported by")
    String reportedBy();

    @Message("Runbook")
    String runbook();

    // IncidentPages/raise.html

    @Message("For what no check has seen. The service’s escalation policy starts at once and pages people.")
    String forWhatNoCheckHas();

    @Message("What is broken")
    String whatIsBroken();

    @Message("What is wrong")
    String whatIsWrong();

    @Message("One line. It is the text of the page people get at night.")
    String oneLineItIsThe();

    @Message("How bad")
    String howBad();

    @Message("What you know")
    String whatYouKnow();

    @Message("Raise and page")
    String raiseAndPage();

    // IncidentPages/turns.html

    @Message("More for #{number}")
    String moreForNumber(int number);

    @Message("Ask, hand on, put aside")
    String askHandOnPutAside();

    @Message("Incident #{number} · {row}")
    String incidentNumberRow(int number, String row);

    @Message("Ask somebody to help")
    String askSomebodyToHelp();

    @Message("They are paged now, whoever holds the incident. Everybody paged so far stays on it.")
    String theyArePagedNowWhoever();

    @Message("Page them now")
    String pageThemNow();

    @Message("Hand it on")
    String handItOn();

    @Message("Only the new people are paged; pages that wait for others are cancelled. Should they not answer, "
            + "the policy begins anew.")
    String onlyTheNewPeopleAre();

    @Message("Person, schedule or policy")
    String chooseAPersonASchedule();

    @Message("Put it aside")
    String putItAside();

    @Message("You hold it meanwhile. Then it triggers again and pages. Acting on it ends that sooner.")
    String youHoldItMeanwhileThen();

    @Message("30 minutes")
    String minutes();

    @Message("2 hours")
    String hours();

    @Message("8 hours")
    String hours2();

    @Message("Or until")
    String orUntil();

    @Message("At most 7 days ahead, in your own time zone.")
    String atMostDaysAheadOn();

    @Message("Put aside until then")
    String putAsideUntilThen();

    // CheckCurve.java

    @Message("Latency of {check} around the incident, {steps.counted('step')} with failures")
    String latencyOfAroundTheIncidentWith(String check, int steps);

    @Message("median")
    String median();

    @Message("From")
    String from();

    @Message("Median")
    String median2();

    @Message("Probes")
    String probes();

    @Message("Failed")
    String failed();

    // Incident.java

    @Message("nobody on call")
    String nobodyOnCall();

    // IncidentPages.java

    @Message("Choose what is broken.")
    String chooseWhatIsBroken();

    @Message("Say what is wrong.")
    String sayWhatIsWrong();

    @Message("Incident raised. The escalation policy has started.")
    String incidentRaisedTheEscalationPolicyHas();

    @Message("Nothing was selected.")
    String nothingWasSelected();

    @Message("The note is empty.")
    String theNoteIsEmpty();

    @Message("{typed.grouped} characters; {allowed.grouped} are allowed.")
    String charactersAreAllowed(int typed, int allowed);

    @Message("Note added.")
    String noteAdded();

    @Message("Open")
    String open();

    @Message("Mine")
    String mine();

    @Message("Resolved")
    String resolved();

    @Message("All")
    String all();

    // IncidentRow.java

    @Message("{name} by SMS")
    String bySms(String name);

    @Message("{name} by SMS link")
    String bySmsLink(String name);

    @Message("{name} on the dashboard")
    String onTheDashboard(String name);

    @Message("{name} by phone")
    String byPhone(String name);

    @Message("{name} by API")
    String byApi(String name);

    @Message("itself, because nobody said more")
    String itselfBecauseNobodySaidMore();

    @Message("its source")
    String itsSource();

    // IncidentTurnPages.java

    @Message("Choose whom to ask.")
    String chooseWhomToAsk();

    @Message("Choose who gets it.")
    String chooseWhoGetsIt();

    @Message("Say until when.")
    String sayUntilWhen();

    // IncidentsClient.java

    @Message("{done} of {all} resolved.")
    String ofResolved(int done, int all);

    @Message("{done} of {all} acknowledged.")
    String ofAcknowledged(int done, int all);

    // NextAction.java

    @Message("Acknowledge")
    String acknowledge();

    @Message("Resolve")
    String resolve();

    @Message("Write postmortem")
    String writePostmortem();

    // PageLook.java

    @Message("Held back")
    String heldBack();

    @Message("Due")
    String due();

    @Message("Sending")
    String sending();

    @Message("Taken by the carrier")
    String takenByTheCarrier();

    @Message("Sent")
    String sent2();

    @Message("Delivered")
    String delivered2();

    @Message("Replaced by a newer one")
    String replacedByANewerOne();

    @Message("In another message")
    String inAnotherMessage();

    @Message("Not needed")
    String notNeeded();

    // Incident.java

    @Message("call")
    String call();
}
