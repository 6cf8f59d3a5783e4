package dev.tocsin.dashboard.postmortems;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about a postmortem, as {@code postmortem:name} in templates. */
@MessageBundle("postmortem")
public interface PostmortemWords {
    // PostmortemPages/edit.html

    @Message("Incident #{incidentNumber}")
    String incidentIncidentNumber(long incidentNumber);

    @Message("History")
    String history();

    @Message("Decide that there will be no postmortem? The text so far is kept.")
    String decideThatThereWillBe();

    @Message("Template: {shape}")
    String templateShape(String shape);

    @Message("Choose another template? What is written stays.")
    String chooseAnotherTemplateWhatIs();

    @Message("Change the template")
    String changeTheTemplate();

    @Message("Template")
    String template();

    @Message("Standard")
    String standard();

    @Message("[1|A text that did not reach the server is kept on this device], from [2].")
    String aTextThatDidNot();

    @Message("Put it back")
    String putItBack();

    @Message("Discard it")
    String discardIt();

    @Message("You are signed out.")
    String youAreSignedOut();

    @Message("Your text is still here. Sign in, and it is saved.")
    String yourTextIsStillHere();

    @Message("Sign in and save")
    String signInAndSave();

    // PostmortemPages/fact.html

    @Message("Correct “{line}”")
    String correctLine(String line);

    @Message("Back to the draft")
    String backToTheDraft();

    @Message("Stands there now")
    String standsThereNow();

    @Message("What it should be")
    String whatItShouldBe();

    @Message("In {zoneName}.")
    String inZoneName(String zoneName);

    @Message("Why")
    String why();

    @Message("Readers see it beside the value, with your name and what was measured.")
    String readersSeeItBesideThe();

    @Message("Only this report changes. The company’s figures of acknowledgement and resolution stay as they were "
            + "measured.")
    String onlyThisReportChangesThe();

    @Message("Save the correction")
    String correct();

    @Message("Take the correction back")
    String takeTheCorrectionBack();

    @Message("Leave it")
    String leaveIt();

    // PostmortemPages/images.html

    @Message("Pictures")
    String pictures();

    @Message("A graph or a screenshot often says it in one look. Copy a picture’s line into the text where it "
            + "belongs.")
    String aGraphOrAScreenshot();

    @Message("Add a picture")
    String addAPicture();

    @Message("File")
    String file();

    @Message("PNG, JPEG or GIF, at most 5 MB. It is re-encoded; location and camera data are removed.")
    String pngJpegOrGifAt();

    @Message("What it shows")
    String whatItShows();

    @Message("For those who cannot see it, and for search.")
    String forThoseWhoCannotSee();

    @Message("Add picture")
    String addPicture();

    @Message("{width} × {height} pixels, {kilobytes} kB")
    String widthHeightPixelsKilobytesKB(int width, int height, int kilobytes);

    @Message("Its line")
    String itsLine();

    @Message("No picture yet")
    String noPictureYet();

    @Message("What you add appears here with the line that shows it.")
    String whatYouAddAppearsHere();

    // PostmortemPages/kept.html

    @Message("Not saved")
    String notSaved();

    @Message("Sign in in a new tab instead")
    String signInInANew();

    @Message("Send again")
    String sendAgain();

    // PostmortemPages/notSaved.html

    @Message("Not saved: somebody else saved meanwhile. Your text is still here; press Save draft to compare.")
    String notSavedSomebodyElseSaved();

    @Message("Not saved yet: {reason}")
    String notSavedYetReason(String reason);

    // PostmortemPages/notYet.html

    @Message("No postmortem yet")
    String noPostmortemYet();

    @Message("The draft is not here")
    String theDraftIsNotHere();

    @Message("A draft opens by itself a moment after a severe incident resolves. If it resolved just now, reload; "
            + "an incident that is still open has none. A lesser one gets its draft when somebody asks.")
    String aDraftOpensByItself();

    @Message("Open the draft")
    String openTheDraft();

    @Message("Look again")
    String lookAgain();

    @Message("Back to the incident")
    String backToTheIncident();

    // PostmortemPages/owner.html

    @Message("Who sees to it")
    String whoSeesToIt();

    @Message("Who sees to this postmortem?")
    String whoSeesToThisPostmortem();

    @Message("The owner makes sure that the report gets written, by whoever knows most. Proposed: whoever "
            + "acknowledged the incident, or else resolved it, or else was paged last. Being the owner does not mean "
            + "having caused anything.")
    String theOwnerSeesToIt();

    // PostmortemPages/publish.html

    @Message("Publish this postmortem?")
    String publishThisPostmortem();

    @Message("Incident")
    String incident();

    @Message("Readers")
    String readers();

    @Message("everyone who can sign in")
    String everyoneWhoCanSignIn();

    @Message("Written by")
    String writtenBy();

    @Message("Approved by")
    String approvedBy();

    @Message("What this version corrects")
    String whatThisVersionCorrects();

    @Message("Stands beside the new version, for those who read the old one.")
    String standsBesideTheNewVersion();

    @Message("Nobody has approved it.")
    String nobodyHasApprovedIt();

    @Message("Somebody who did not write in it reads it first; [1|ask for a review].")
    String somebodyWhoDidNotWrite();

    @Message("If you are alone here, publish it without one: readers will see your reason.")
    String ifYouAreAloneHere();

    @Message("Why without a review")
    String whyWithoutAReview();

    @Message("Stands at the foot of the published page.")
    String standsAtTheFootOf();

    @Message("{gate.counted('thing')} still missing before it can be published; the draft says which.")
    String gateStillMissing(int gate);

    @Message("A published version is frozen; a later correction becomes a new version with a note.")
    String aPublishedVersionIsFrozen();

    @Message("Publish now")
    String publishNow();

    @Message("Go on writing")
    String goOnWriting();

    // PostmortemPages/saved.html

    @Message("Saved {absolute}")
    String savedAbsolute(String absolute);

    // PostmortemPages/shape.html

    @Message("Postmortem template")
    String postmortemTemplate();

    @Message("Edit template{#if name} “{name}”{/if}")
    String editTemplate(String name);

    @Message("New template")
    String newTemplate();

    @Message("Templates")
    String templates();

    @Message("Delete this template? Reports that have its shape keep it.")
    String deleteThisTemplateReportsThat();

    @Message("Use it for new reports")
    String giveItToNewReports();

    @Message("Fixed sections")
    String fixedSections();

    @Message("Their names stay. Together, the aims must be able to meet 400 to 600 words.")
    String theirNamesStayTogetherThe();

    @Message("Guidance")
    String guidance();

    @Message("Shown under the heading in the editor.")
    String standsUnderTheHeadingWhile();

    @Message("At least (words)")
    String atLeastWords();

    @Message("At most (words)")
    String atMostWords();

    @Message("Sections of your own")
    String sectionsOfYourOwn();

    @Message("Up to five. Each must be filled before a report goes to review; one without a title is left out.")
    String upToFiveEachOf();

    @Message("Section {n}")
    String sectionN(Integer n);

    @Message("Add section")
    String addSection();

    @Message("Save template")
    String saveTemplate();

    // PostmortemPages/shapes.html

    @Message("Postmortem templates")
    String postmortemTemplates();

    @Message("Guidance, word counts and sections of your own. The fixed sections, and what must be filled before a "
            + "review, stay the same.")
    String guidanceAimsAndSectionsOf();

    @Message("Used for new reports")
    String newReportsHaveIt();

    @Message("Adds [1]")
    String adds();

    @Message("No sections of its own")
    String noSectionsOfItsOwn();

    @Message("Issue Summary, Timeline, Root cause and resolution, Corrective and preventative measures. Always there.")
    String issueSummaryTimelineRootCause();

    // PostmortemPages/unpublished.html

    @Message("There will be no postmortem")
    String thereWillBeNoPostmortem();

    @Message("No reason was given.")
    String noReasonWasGiven();

    @Message("Not published yet")
    String notPublishedYet();

    @Message("{owner} is writing it.")
    String ownerIsWritingIt(String owner);

    @Message("It is being written.")
    String itIsBeingWritten();

    @Message("It appears here when it is complete.")
    String itAppearsHereWhenIt();

    @Message("It is gone for good. A picture that a text shows is not removed.")
    String thePictureIsGoneForGood();

    @Message("Remove the picture")
    String removeThePicture();
}
