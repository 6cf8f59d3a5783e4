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
}
