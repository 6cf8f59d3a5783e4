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

    // BodyLimit.java

    @Message("This is too much for one form.")
    String thisIsTooMuchForOne();

    // CallFailed.java

    @Message("{service} does not answer.")
    String doesNotAnswer(String service);

    // ErrorPages.java

    @Message("This page needs it. Pages go out without it all the same if oncall-service runs; ask who runs Tocsin.")
    String thisPageNeedsItPagesGo();

    @Message("There is no such thing here")
    String thereIsNoSuchThingHere();

    @Message("That did not work")
    String thatDidNotWork();

    @Message("There is no such page")
    String thereIsNoSuchPage();

    @Message("It may have moved, or the address is incomplete.")
    String itMayHaveMovedOrThe();

    @Message("That cannot be done here")
    String thatCannotBeDoneHere();

    @Message("Go back and use the button on the page.")
    String goBackAndUseTheButton();

    @Message("This is too much for one form")
    String thisIsTooMuchForOne2();

    @Message("Nothing was saved. Send fewer fields.")
    String nothingWasSavedSendFewerFields();

    @Message("This page is broken")
    String thisPageIsBroken();

    @Message("That is our fault, not yours. Paging does not depend on it.")
    String thatIsOurFaultNotYours();

    @Message(
            "It was opened in a session that is over, or it came from another site. Open the page again and send it once more.")
    String itWasOpenedInASession();

    @Message("It was opened in a session that is over. Nothing is lost: send it again.")
    String itWasOpenedInASession2();

    @Message("This form was not accepted")
    String thisFormWasNotAccepted();

    @Message("This is not yours to do")
    String thisIsNotYoursToDo();

    @Message("Your role does not allow it. An administrator can change that.")
    String yourRoleDoesNotAllowIt();

    // Form.java

    @Message("Not saved yet.")
    String notSavedYet();

    @Message("Not saved: {why}")
    String notSaved(String why);

    @Message("Not saved: {why} Your text is kept below; try again.")
    String notSavedYourTextIsKept(String why);

    @Message("milliseconds")
    String milliseconds();

    @Message("seconds")
    String seconds();

    @Message("minutes")
    String minutes();

    @Message("hours")
    String hours();

    @Message("days")
    String days();

    // Option.java

    @Message("Critical")
    String critical();

    @Message("Error")
    String error();

    @Message("Warning")
    String warning();

    @Message("Info")
    String info();

    // SameOrigin.java

    @Message("This came from another site and was refused.")
    String thisCameFromAnotherSiteAnd();
}
