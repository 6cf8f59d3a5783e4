package dev.tocsin.dashboard.postmortems;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words around a postmortem that is read, reviewed or compared, as {@code reading:name} in templates. */
@MessageBundle("reading")
public interface ReadingWords {
    // PostmortemPages/history.html

    @Message("History of {report}")
    String historyOfReport(String report);

    @Message("History")
    String history();

    @Message("Go on writing")
    String goOnWriting();

    @Message("What it says now")
    String whatItSaysNow();

    @Message("Compare")
    String compare();

    @Message("From version {text} to {#if text2}version {text2}{#else}now{/if}")
    String fromVersionTextToVersion(String text, String text2);

    @Message("They say the same.")
    String theySayTheSame();

    @Message("version {version}{#if revision > 0}, {revision} words{/if}")
    String versionVersionRevisionWords(int version, int revision);

    @Message("What changed in version {version}")
    String whatChangedInVersionVersion(int version);

    @Message("What changed")
    String whatChanged();

    @Message("Bring back")
    String bringBack();

    @Message("Make this the newest version? What stands now stays in the history.")
    String makeThisTheNewestVersion();

    @Message("Bring it back")
    String bringItBack();

    // PostmortemPages/published.html

    @Message("This is version {number}.")
    String thisIsVersionNumber(int number);

    @Message("Read the newest one.")
    String readTheNewestOne();

    @Message("Incident #{incidentNumber}")
    String incidentIncidentNumber(long incidentNumber);

    @Message("{readingMinutes} min to read")
    String readingMinutesMinToRead(int readingMinutes);

    @Message("PDF")
    String pdf();

    @Message("Correct it")
    String correct();

    @Message("Open a correction? Readers keep this version until you publish the next one.")
    String openACorrectionReadersKeep();

    @Message("Open the correction")
    String openTheCorrection();

    @Message("Go on correcting")
    String goOnCorrecting();

    @Message("TL;DR")
    String tlDr();

    @Message("Not written yet.")
    String notWrittenYet();

    @Message("Corrected facts")
    String correctedFacts();

    @Message("[1] was corrected by [2], [3]; measured: [4]. [5]")
    String wasCorrectedByMeasured();

    @Message("What happened, drawn")
    String whatHappenedDrawn();

    @Message("Issue Summary")
    String issueSummary();

    @Message("Timeline")
    String timeline();

    @Message("Times in {zone}.")
    String timesInZone(String zone);

    @Message("Root cause and resolution")
    String rootCauseAndResolution();

    @Message("Root cause")
    String rootCause();

    @Message("Resolution")
    String resolution();

    @Message("Corrective and preventative measures")
    String correctiveAndPreventativeMeasures();

    @Message("Not published yet, {total} words.")
    String notPublishedYetTotalWords(int total);

    @Message("Version [1], published [2] by [3], [4] words.")
    String versionPublishedByWords();

    @Message("Approved by {approvedBy}.")
    String approvedByApprovedBy(String approvedBy);

    @Message("Not reviewed by a second person: {unreviewed}")
    String notReviewedByASecond(String unreviewed);

    @Message("Corrected: {note}")
    String correctedNote(String note);

    @Message("Versions: [1]")
    String versions();

    // reading/comments.html

    @Message("Comments[1]")
    String comments();

    @Message("on [1], [2]")
    String on();

    @Message("Settled by {resolvedBy}")
    String settledByResolvedBy(String resolvedBy);

    @Message("Open again")
    String openAgain();

    @Message("Open the comment of {by} again")
    String openTheCommentOfBy(String by);

    @Message("Settled")
    String settled();

    @Message("The comment of {by} is settled")
    String theCommentOfByIs(String by);

    @Message("Nobody has said anything yet.")
    String nobodyHasSaidAnythingYet();

    @Message("Comment")
    String comment();

    @Message("Add comment")
    String addComment();

    // reading/diff.html

    @Message("added:")
    String added();

    @Message("(end)")
    String end();

    @Message("removed:")
    String removed();

    // reading/panel.html

    @Message("As its readers will see it")
    String asItsReadersWillSee();

    @Message("Written by {names}.")
    String writtenByNames(String names);

    @Message("[1] asked for a review [2].")
    String askedForAReview();

    @Message("Approved by [1] [2].")
    String approvedBy();

    @Message("{gate.counted('thing')} still missing before it can go to review.")
    String gateStillMissingBeforeIt(int gate);

    @Message("Ask for review")
    String askForReview();

    @Message("You wrote in it, so somebody else must approve it: anyone with the role responder who did not.")
    String youWroteInItSo();

    @Message("Take back from review")
    String takeBackFromReview();

    @Message("Approve")
    String approve();

    @Message("Request changes")
    String requestChanges();

    @Message("Send it back to its authors? It becomes a draft again.")
    String sendItBackToIts();

    @Message("Send it back")
    String sendItBack();

    @Message("What should change")
    String whatShouldChange();

    @Message("Edit it yourself")
    String editItYourself();

    @Message("Whoever edits it becomes an author and can no longer approve it.")
    String whoeverEditsItBecomesAn();

    @Message("Any change of the text takes it back to review.")
    String anyChangeOfTheText();

    @Message("Take the approval back? It becomes a draft again.")
    String takeTheApprovalBackIt();

    @Message("{open.counted('comment')} still open.")
    String openStillOpen(int open);

    @Message("Is it true, complete and blameless? Would it help somebody at three in the morning?[1]")
    String isItTrueCompleteAndBlamelessWould();

    // reading/preview.html

    @Message("article")
    String article();

    // HistoryPages.java

    @Message("Opened by the incident")
    String openedByTheIncident();

    @Message("Wrote")
    String wrote();

    @Message("Brought back version {version}")
    String broughtBackVersion(Integer version);

    @Message("Asked for a review")
    String askedForAReview2();

    @Message("Took it back from review")
    String tookItBackFromReview();

    @Message("Requested changes")
    String requestedChanges();

    @Message("Approved")
    String approved();

    @Message("Changed it after the approval: back in review")
    String changedItAfterTheApprovalBack();

    @Message("Published")
    String published();

    @Message("Declined")
    String declined();

    @Message("Reopened")
    String reopened();

    @Message("Version {n} is back, as the newest one. Nothing is lost.")
    String versionIsBackAsTheNewest(long n);

    @Message("Not brought back: {why}")
    String notBroughtBack(String why);

    @Message("as opened")
    String asOpened();

    @Message("Version {n}, {who}")
    String version(long n, String who);

    // ReadingPages.java

    @Message("Reopened. Readers keep what is published until you publish again.")
    String reopenedReadersKeepWhatIsPublished();

    @Message("Not reopened: {why}")
    String notReopened(String why);

    // ReviewClient.java

    @Message("The whole report")
    String theWholeReport();

    // ReviewPages.java

    @Message("Review asked for. Anyone who did not write in it can approve it.")
    String reviewAskedForAnyoneWhoDid();

    @Message("Approved. It can be published now.")
    String approvedItCanBePublishedNow();

    @Message("Sent back to its authors, with your words.")
    String sentBackToItsAuthorsWith();

    @Message("Back at the desk: go on writing.")
    String backAtTheDeskGoOn();

    @Message("Comment added.")
    String commentAdded();

    @Message("Comment settled.")
    String commentSettled();

    @Message("Comment open again.")
    String commentOpenAgain();

    @Message("Not done: {why}")
    String notDone(String why);

    @Message("It is {state} now.")
    String itIsNow(String state);
}
