package dev.tocsin.dashboard.postmortems;

import java.time.Instant;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the postmortem editor, as {@code editor:name} in templates. */
@MessageBundle("editor")
public interface EditorWords {
    // editor/aside.html

    @Message("Facts and checklist")
    String factsAndChecklist();

    @Message("Comments")
    String comments();

    @Message("on [1], [2]")
    String on();

    @Message("Answer or settle them")
    String answerOrSettleThem();

    @Message("Still to do")
    String stillToDo();

    @Message("Measured")
    String measured();

    @Message("From the incident, never typed. Times in {zoneName}. The buttons save your text first.")
    String fromTheIncidentNeverTyped(String zoneName);

    @Message("nobody yet")
    String nobodyYet();

    @Message("Change the owner")
    String changeTheOwner();

    @Message("change")
    String change();

    @Message("Invalid")
    String invalid();

    @Message("Correct “{fact}”")
    String correctFact(String fact);

    @Message("correct")
    String correct();

    @Message("Pictures")
    String pictures();

    @Message("A graph or a screenshot. Its metadata is removed.")
    String aGraphOrAScreenshot();

    @Message("File")
    String file();

    @Message("What it shows")
    String whatItShows();

    @Message("Put it where I was writing")
    String putItWhereIWas();

    @Message("All pictures of this report")
    String allPicturesOfThisReport();

    // editor/bar.html

    @Message("Not saved yet")
    String notSavedYet();

    @Message("Saved {absolute}")
    String savedAbsolute(String absolute);

    @Message("Save draft")
    String saveDraft();

    // editor/cause.html

    @Message("Root cause and resolution")
    String rootCauseAndResolution();

    @Message("Root cause")
    String rootCause();

    @Message("The chain of conditions, not a person. Markdown works.")
    String theChainOfConditionsNot();

    @Message("Resolution")
    String resolution();

    @Message("What stopped the pain, what brought full health, and when.")
    String whatStoppedThePainWhat();

    // editor/clashes.html

    @Message("What was saved meanwhile")
    String whatWasSavedMeanwhile();

    @Message("Nothing is lost. What they wrote elsewhere is in the form already. Where you both wrote, theirs "
            + "stands here and yours in the form; put together what you want to keep, then save.")
    String nothingIsLostWhatThey();

    @Message("(empty)")
    String empty();

    @Message("From theirs to yours, word by word")
    String fromTheirsToYoursWord();

    @Message("Somebody")
    String somebody();

    @Message("[1] saved this while you were writing")
    String savedThisWhileYouWere();

    // editor/extras.html

    @Message("aim for {aim} words")
    String aimForAimWords(String aim);

    @Message("Written for another template. It stays until you empty it.")
    String writtenForAnotherTemplateIt();

    // editor/head.html

    @Message("Headline")
    String headline();

    @Message("A joke is welcome here when nobody lost money or data.")
    String aJokeIsWelcomeHere();

    @Message("Second line")
    String secondLine();

    @Message("Optional. The serious one, if the title is not.")
    String optionalTheSeriousOneIf();

    @Message("Hook")
    String hook();

    @Message("One line of at most 120 characters that makes people read on.")
    String oneLineOfAtMost();

    @Message("TL;DR")
    String tlDr();

    @Message("The whole of it in at most 40 words.")
    String theWholeOfItIn();

    @Message("Tags")
    String tags();

    @Message("What a later reader would look for, separated by commas: dns, certificates.")
    String whatALaterReaderWould();

    // editor/lease.html

    @Message("{holder} is editing")
    String holderIsEditing(String holder);

    @Message("[1]{#if since}, since [2]{/if}. You can read along, or write as well: nothing of either is lost.")
    String youCanReadAlongOr(Instant since);

    @Message("Take over")
    String takeOver();

    @Message("[1] has saved since you opened this. Save draft puts both texts together.")
    String hasSavedSinceYouOpened();

    // editor/looks.html

    @Message("Pull quote")
    String pullQuote();

    @Message("Optional. One sentence of the report, set large on the page.")
    String optionalOneSentenceOfThe();

    @Message("Cover")
    String cover();

    @Message("Drawn from the measured facts; the preview shows it.")
    String drawnFromTheMeasuredFacts();

    // editor/measures.html

    @Message("Corrective and preventative measures")
    String correctiveAndPreventativeMeasures();

    @Message("Improvements")
    String improvements();

    @Message("Broad ones, one per line beginning with a dash.")
    String broadOnesOneALine();

    @Message("What somebody will have done by a day. Begin with a verb.")
    String whatSomebodyWillHaveDone();

    @Message("Task {n}")
    String taskN(Integer n);

    @Message("Task")
    String task();

    @Message("One of us is told and reminded.")
    String oneOfUsIsTold();

    @Message("Due")
    String due();

    @Message("Done when")
    String doneWhen();

    @Message("Adds a check of")
    String addsACheckOf();

    @Message("A URL or host:port: the task then opens the check form filled in, and is done once that check runs.")
    String optionalAUrlOrHost();

    @Message("The ticket.")
    String optionalTheTicket();

    @Message("Remove task {n}")
    String removeTaskN(Integer n);

    @Message("Add task")
    String addTask();

    // editor/next.html

    @Message("Preview")
    String preview();

    @Message("Ask for review")
    String askForReview();

    // editor/standing.html

    @Message("In review{#if asked}, asked for by [1] [2]{/if}.")
    String inReview(Report.Mark asked);

    @Message("You may go on writing; whoever writes cannot approve.")
    String youMayGoOnWriting();

    @Message("Read and review it")
    String readAndReviewIt();

    @Message("Any change of the text takes it back to review.")
    String anyChangeOfTheText();

    @Message("Approved{#if approval} by [1]{/if}.")
    String approved(Report.Mark approval);

    // editor/summary.html

    @Message("Issue Summary")
    String issueSummary();

    @Message("Impact started")
    String impactStarted();

    @Message("In {zoneName}. When users began to suffer, not when we noticed.")
    String inZoneNameWhenUsersBegan(String zoneName);

    @Message("Impact ended")
    String impactEnded();

    @Message("In {zoneName}. Empty: when the incident resolved.")
    String inZoneNameEmptyWhenThe(String zoneName);

    @Message("What was affected")
    String whatWasAffected();

    @Message("Which service, and whether it was down, slow or wrong.")
    String whichServiceAndWhetherIt();

    @Message("What users experienced")
    String whatUsersExperienced();

    @Message("Users affected (%)")
    String usersAffected();

    @Message("Above 0, at most 100.")
    String aboveAtMost();

    @Message("How it was counted")
    String howItWasCounted();

    @Message("Root cause in brief")
    String rootCauseInBrief();

    @Message("One line for those who read no further.")
    String oneLineForThoseWho();

    @Message("Readers see times in")
    String readersSeeTimesIn();

    // editor/timeline.html

    @Message("Timeline")
    String timeline();

    @Message("How it was detected")
    String howItWasDetected();

    @Message("By a monitoring alert, an engineer, a customer …")
    String byAMonitoringAlertAn();

    @Message("Times in {zoneName}. Measured lines can only be hidden; write your own between them: when it "
            + "started, what was tried, what led nowhere.")
    String timesInZoneNameMeasuredLines(String zoneName);

    @Message("Your line {n}")
    String yourLineN(Integer n);

    @Message("Time")
    String time();

    @Message("Kind")
    String kind();

    @Message("Role")
    String role();

    @Message("such as on-call engineer")
    String onCallEngineer();

    @Message("One or two sentences.")
    String oneOrTwoSentences();

    @Message("Escalated to")
    String escalatedTo();

    @Message("a team or a person")
    String teamOrPersonIfThat();

    @Message("Evidence")
    String evidence();

    @Message("such as https://logs.example")
    String httpsALogADashboard();

    @Message("Key moment")
    String keyMoment();

    @Message("Hide from readers")
    String hideFromReaders();

    @Message("Remove line {n}")
    String removeLineN(Integer n);

    @Message("Hide")
    String hide();

    @Message("Write a line after this one")
    String writeALineAfterThis();

    @Message("Write a line here")
    String writeALineHere();

    @Message("Add line")
    String addLine();

    @Message("There was no misleading path")
    String thereWasNoMisleadingPath();

    @Message("Say so when nothing led astray; else write it down as a line of that kind.")
    String saySoWhenNothingLed();

    @Message("measured{#if channel}, [1]{/if}{#if correction}; corrected, was [2]{/if}")
    String measured2(String channel, Report.Corrected<Instant> correction);

    // editor.js

    @Message("Not saved: no connection. Your text is kept on this device.")
    String notSavedOffline();

    @Message("Not saved: you are signed out. Your text is still here.")
    String notSavedSignedOut();

    @Message("Not saved: Tocsin has trouble. Your text is kept on this device.")
    String notSavedTrouble();

    @Message("Adding …")
    String adding();

    @Message("Not added yet: you are signed out.")
    String notAddedSignedOut();

    @Message("Added where you were writing.")
    String addedWhereYouWrite();

    @Message("Not added: no connection, or the picture is too large.")
    String notAdded();

    @Message("Not signed in: this is not your password.")
    String notYourPassword();
}
