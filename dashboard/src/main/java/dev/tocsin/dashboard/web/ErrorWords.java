package dev.tocsin.dashboard.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the error pages, as {@code error:name} in templates. */
@MessageBundle("error")
public interface ErrorWords {
    // ErrorPages/error.html

    @Message("Try again")
    String tryAgain();

    @Message("Go to the board")
    String goToTheBoard();

    @Message("Reference [1]")
    String reference();

    @Message("Send it again")
    String sendItAgain();

    @Message("What you wrote")
    String whatYouWrote();

    @Message("Nothing was saved.")
    String nothingWasSaved();

    @Message("Copy it from here, then try again.")
    String copyItFromHereThen();
}
