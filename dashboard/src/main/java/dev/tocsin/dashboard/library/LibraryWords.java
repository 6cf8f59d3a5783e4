package dev.tocsin.dashboard.library;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the postmortem library, as {@code library:name} in templates. */
@MessageBundle("library")
public interface LibraryWords {
    // LibraryPages/library.html

    @Message("What broke, what it taught us, and what is done about it.")
    String whatBrokeWhatItTaught();

    @Message("Templates")
    String templates();

    @Message("How we learn")
    String figures();

    @Message("such as gateway certificate, “a phrase”, -not this")
    String gatewayCertificateAPhraseNot();

    @Message("Search")
    String search();

    @Message("Narrow it down")
    String narrowItDown();

    @Message("Tags")
    String tags();

    @Message("chosen: show without it")
    String chosenShowWithoutIt();

    @Message("Nothing fits")
    String nothingFits();

    @Message("No postmortem here has all of this. Words are found in every form, at their beginning too; very "
            + "common ones such as “the” are not searched.")
    String noPostmortemHereHasAll();

    @Message("Show all")
    String showAll();

    @Message("Nothing published yet")
    String nothingPublishedYet();

    @Message("When an incident resolves, a draft appears with everything measured already filled in. Writing "
            + "takes half an hour; reading two minutes.")
    String whenAnIncidentResolvesA();

    @Message("See the drafts")
    String seeTheDrafts();

    @Message("Nothing was declined")
    String nothingWasDeclined();

    @Message("Here stand incidents for which somebody decided, with a reason, that there is nothing to learn.")
    String hereStandIncidentsForWhich();

    @Message("None is waiting here")
    String noneIsWaitingHere();

    @Message("Drafts open by themselves when incidents resolve.")
    String draftsOpenByThemselvesWhen();

    @Message("No hook yet.")
    String noHookYet();

    @Message("open for {duration}")
    String lastedDuration(String duration);

    @Message("{readingMinutes} min to read")
    String readingMinutesMinToRead(int readingMinutes);

    @Message("{row} of 400 words")
    String rowOfWords(int row);

    @Message("Being corrected")
    String beingCorrected();

    @Message("Tags of this report")
    String tagsOfThisReport();

    @Message("Download")
    String takeAlong();

    @Message("JSON")
    String json();

    @Message("Markdown")
    String markdown();

    @Message("Atom feed")
    String atomFeed();

    @Message("The files hold exactly what is found above, at most 10,000 reports. For a feed reader give its "
            + "address, any name and, as password, an API token from [1|your profile]: revoking the token ends the "
            + "feed.")
    String theFilesHoldExactlyWhat();

    // Atom.java

    @Message("Postmortems")
    String postmortems();

    @Message("Corrected: {note}")
    String corrected(String note);

    @Message("Unknown")
    String unknown();

    @Message("\" href=\"")
    String href();

    // Card.java

    @Message("Title")
    String title();

    @Message("In short")
    String inShort();

    @Message("Issue Summary")
    String issueSummary();

    @Message("Timeline")
    String timeline();

    @Message("Root cause")
    String rootCause();

    @Message("Resolution")
    String resolution();

    @Message("Measures")
    String measures();

    @Message("Text")
    String text();

    // LibraryPages.java

    @Message("Published")
    String published();

    @Message("Drafts")
    String drafts();

    @Message("In review")
    String inReview();

    @Message("Approved")
    String approved();

    @Message("Declined")
    String declined();
}
