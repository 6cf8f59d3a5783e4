package dev.tocsin.dashboard.links;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page behind the link in a text, as {@code link:name} in templates. */
@MessageBundle("link")
public interface LinkWords {
    // LinkPages/done.html

    @Message("Nothing to do")
    String nothingToDo();

    @Message("Done.")
    String done();

    @Message("Open the incident (sign in)")
    String openTheIncidentSignIn();

    // LinkPages/link.html

    @Message("You take it as {person}. Nobody else is paged while you have it.")
    String youTakeItAsPerson(String person);

    // LinkPages/unknown.html

    @Message("Reload this page to try again.")
    String reloadThisPageToTry();

    @Message("Sign in")
    String signIn();

    // LinkPages.java

    @Message("This link is too old to act.")
    String thisLinkIsTooOldTo();

    @Message("This incident is resolved.")
    String thisIncidentIsResolved();

    @Message("This incident is acknowledged already.")
    String thisIncidentIsAcknowledgedAlready();

    @Message("This link leads nowhere")
    String thisLinkLeadsNowhere();

    @Message("This link does not work any more")
    String thisLinkDoesNotWorkAny();

    @Message("Reply to the text message with its code, or sign in.")
    String replyToTheTextMessageWith();

    @Message("Nothing was acknowledged. Try again, or reply to the text message with its code.")
    String nothingWasAcknowledgedTryAgainOr();
}
