package dev.tocsin.dashboard.postmortems;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the writing of a postmortem asks, answers and refuses, as {@code writing:name} in templates. */
@MessageBundle("writing")
public interface WritingWords {
    // Checklist.java

    @Message("Title")
    String title();

    @Message("Hook")
    String hook();

    @Message("TL;DR in 40 words")
    String tlDrIn40Words();

    @Message("When the impact started")
    String whenTheImpactStarted();

    @Message("When it ended")
    String whenItEnded();

    @Message("What was affected")
    String whatWasAffected();

    @Message("What users experienced")
    String whatUsersExperienced();

    @Message("Share of users")
    String shareOfUsers();

    @Message("How it was counted")
    String howItWasCounted();

    @Message("Root cause in brief")
    String rootCauseInBrief();

    @Message("How it was detected")
    String howItWasDetected();

    @Message("Started, detected and resolved on the timeline")
    String startedDetectedAndResolvedOnThe();

    @Message("Misleading paths, or none said")
    String misleadingPathsOrNoneSaid();

    @Message("Root cause")
    String rootCause();

    @Message("Resolution")
    String resolution();

    @Message("Improvements")
    String improvements();

    @Message("A task with owner, day and done-when")
    String aTaskWithOwnerDayAnd();

    @Message("400 to 600 words")
    String n400To600Words();

    // Covers.java

    @Message("None")
    String none();

    @Message("Rings: one per page")
    String ringsOneAPage();

    @Message("Pulse: where it stumbled")
    String pulseWhereItStumbled();

    @Message("Tiles: one per minute")
    String tilesOneAMinute();

    @Message("Sky: the hour it began")
    String skyTheHourItBegan();

    @Message("Number: the longest figure")
    String numberTheLongestFigure();

    // EditorForm.java

    @Message("This is no date and time.")
    String thisIsNoDateAndTime();

    @Message("A number above 0, at most 100.")
    String aNumberAbove0AtMost();

    @Message("This is no day.")
    String thisIsNoDay();

    // EditorPages.java

    @Message("Started")
    String started();

    @Message("Detected")
    String detected();

    @Message("Paged (outside of Tocsin)")
    String pagedOutsideOfTocsin();

    @Message("Acknowledged (outside of Tocsin)")
    String acknowledgedOutsideOfTocsin();

    @Message("Action")
    String action();

    @Message("Assumption")
    String assumption();

    @Message("Misleading path")
    String misleadingPath();

    @Message("Escalated to")
    String escalatedTo();

    @Message("Mitigated: the pain stopped")
    String mitigatedThePainStopped();

    @Message("Resolved: healthy again")
    String resolvedHealthyAgain();

    @Message("Note")
    String note();

    @Message("Reopen it first: it is {state}.")
    String reopenItFirstItIs(String state);

    @Message("Not saved: you are signed out.")
    String notSavedYouAreSignedOut();

    @Message("Not saved: {why}")
    String notSaved(String why);

    @Message("Saved, but not published yet: this is missing.")
    String savedButNotPublishedYetThis();

    @Message("Saved, but not sent to review yet: this is missing.")
    String savedButNotSentToReview();

    @Message("Saved. It was approved before; now it is in review again.")
    String savedItWasApprovedBeforeNow();

    @Message("Draft saved.")
    String draftSaved();

    @Message("Review asked for. Anyone who did not write in it can approve it.")
    String reviewAskedForAnyoneWhoDid();

    @Message("You both wrote here.")
    String youBothWroteHere();

    @Message("Not saved yet: somebody else saved while you were writing.")
    String notSavedYetSomebodyElseSaved();

    @Message("Not saved yet: {who} saved while you were writing.")
    String notSavedYetSavedWhileYou(String who);

    @Message(
            "Saved. Somebody else had saved meanwhile; what both of you wrote is kept.{#if theirs} Theirs: {theirs}.{/if}")
    String savedSomebodyElseHadSavedMeanwhile(String theirs);

    @Message("Your text is kept on this page. Sign in here, and it is saved.")
    String yourTextIsKeptOnThis();

    @Message("Your text is kept on this page. Send it again in a moment; leaving the page before loses it.")
    String yourTextIsKeptOnThis2();

    // FromIncidentPages.java

    @Message("Opened, with everything measured filled in.")
    String openedWithEverythingMeasuredFilledIn();

    @Message("Not opened: {why}")
    String notOpened(String why);

    // ImagePages.java

    @Message("Choose a picture.")
    String chooseAPicture();

    @Message("Say what it shows, for those who cannot see it.")
    String sayWhatItShowsForThose();

    @Message("Not added yet.")
    String notAddedYet();

    @Message("Added. Copy its line into the text where it belongs.")
    String addedCopyItsLineIntoThe();

    @Message("Removed.")
    String removed();

    @Message("Not removed: {why}")
    String notRemoved(String why);

    // PublishingPages.java

    @Message("Published. Everyone in the company can read it.")
    String publishedEveryoneInTheCompanyCan();

    @Message("Declined, with your reason on record.")
    String declinedWithYourReasonOnRecord();

    // ShapePages.java

    @Message("Issue Summary")
    String issueSummary();

    @Message("Timeline")
    String timeline();

    @Message("Root cause and resolution")
    String rootCauseAndResolution();

    @Message("Corrective and preventative measures")
    String correctiveAndPreventativeMeasures();

    @Message("Template deleted. Reports that have its shape keep it.")
    String templateDeletedReportsThatHaveIts();

    @Message("It has the template {name} now.")
    String itHasTheTemplateNow(String name);

    @Message("Not changed: {why}")
    String notChanged(String why);

    @Message("Template saved. Reports to come can have it.")
    String templateSavedReportsToComeCan();

    // PublishingPages.java

    @Message("Say why there will be no postmortem.")
    String sayWhyThereWillBeNo();
}
