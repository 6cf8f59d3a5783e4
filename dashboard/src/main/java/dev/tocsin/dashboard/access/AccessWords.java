package dev.tocsin.dashboard.access;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of signing in and passwords, as {@code access:name} in templates. */
@MessageBundle("access")
public interface AccessWords {
    // LoginPages/again.html

    @Message("Confirm that it is you")
    String confirmThatItIsYou();

    @Message("Sign in again")
    String signInAgain();

    @Message("This changes how you are reached or who may act for you, so your password is asked once more. "
            + "Nothing is lost: what you sent is done as soon as it is right.")
    String thisChangesHowYouAre();

    @Message("Your session is over. Nothing is lost: sign in here, and what you sent is done.")
    String yourSessionIsOverNothing();

    @Message("Confirm and go on")
    String confirmAndGoOn();

    @Message("Sign in and go on")
    String signInAndGoOn();

    @Message("sign in{#if provider} with {provider}{/if} in a new tab")
    String signInWithProviderIn(String provider);

    @Message("Or [1], come back, and send it as it is.")
    String orComeBackAndSend();

    @Message("Send it as it is")
    String sendItAsItIs();

    // LoginPages/forgotten.html

    @Message("Forgotten password")
    String forgottenPassword();

    @Message("If somebody here has the address [1], a link is on its way to it. It is good for an hour.")
    String ifSomebodyHereHasThe();

    @Message("Nothing after a few minutes? Look among unwanted mail, or ask an administrator for a link.")
    String nothingAfterAFewMinutes();

    @Message("Back to signing in")
    String backToSigningIn();

    @Message("Nobody signs in by password here.")
    String nobodySignsInByPassword();

    @Message("Sign in")
    String signIn();

    @Message("No mail can be sent from here. An administrator can make you a link for a new password, on your page "
            + "under People & teams.")
    String noMailCanBeSent();

    @Message("We mail you a link. With it you choose a new password, and all your sessions end.")
    String weMailYouALink();

    @Message("Mail me a link")
    String mailMeALink();

    // LoginPages/invited.html

    @Message("Welcome")
    String welcome();

    @Message("Welcome to Tocsin")
    String welcomeToTocsin();

    @Message("[1] invites you as [2]. You sign in with [3].")
    String invitesYouAsYouSign();

    @Message("Sign in with {provider}")
    String signInWithProvider(String provider);

    @Message("Or with a password of your own:")
    String orWithAPasswordOf();

    @Message("At least 12 characters. A few unrelated words are good.")
    String atLeastCharactersAFew();

    @Message("Password, again")
    String passwordAgain();

    @Message("Join")
    String join();

    @Message("This link is good once, until [1].")
    String thisLinkIsGoodOnce();

    // LoginPages/login.html

    @Message("Nobody has signed in yet. Use [1|admin@tocsin.local] with the one-time password that was given at "
            + "start-up.")
    String nobodyHasSignedInYet();

    @Message("Or by password:")
    String orByPassword();

    @Message("Forgotten your password?")
    String forgottenYourPassword();

    @Message("Here to answer a page? The link in the text message needs no sign-in.")
    String hereToAnswerAPage();

    // LoginPages/newPassword.html

    @Message("New password")
    String newPassword();

    @Message("A new password for {holder}")
    String aNewPasswordForHolder(String holder);

    @Message("You sign in with {email}. All your sessions end.")
    String youSignInWithEmail(String email);

    @Message("New password, again")
    String newPasswordAgain();

    @Message("Set this password")
    String setThisPassword();

    // LoginPages/notIn.html

    @Message("Not signed in")
    String notSignedIn();

    @Message("Try again with {provider}")
    String tryAgainWithProvider(String provider);

    @Message("Other ways to sign in")
    String otherWaysToSignIn();

    // PasswordPages/password.html

    @Message("Choose a password")
    String chooseAPassword();

    @Message("The one you signed in with just now was for one time only: type it once more, and the one you choose.")
    String theOneYouSignedIn();

    @Message("Your other sessions are signed out when you change it.")
    String yourOtherSessionsAreSigned();

    @Message("Present password")
    String presentPassword();

    @Message("One-time password")
    String oneTimePassword();

    @Message("Use this password")
    String useThisPassword();

    // AgainPages.java

    @Message("The session is over.")
    String theSessionIsOver();

    @Message("This is not your password.")
    String thisIsNotYourPassword();

    // ForgottenPages.java

    @Message("Your new password is set, and every session has ended. Sign in with it.")
    String yourNewPasswordIsSetAnd();

    @Message("This link is over")
    String thisLinkIsOver();

    // InvitationPages.java

    @Message("This invitation is over")
    String thisInvitationIsOver();

    // LoginPages.java

    @Message("Too many tries. Wait a minute, then try again.")
    String tooManyTriesWaitAMinute();

    @Message("This e-mail and password do not belong together.")
    String thisEMailAndPasswordDo();

    @Message("{why} Nobody can sign in until it does.")
    String nobodyCanSignInUntilIt(String why);

    // PasswordPages.java

    @Message("Password changed. Other sessions were signed out.")
    String passwordChangedOtherSessionsWereSigned();

    // PasswordRule.java

    @Message("At least {n} characters.")
    String atLeastCharacters(long n);

    @Message("The two do not match.")
    String theTwoDoNotMatch();

    // ProviderPages.java

    @Message("The sign-in was not finished there.")
    String theSignInWasNotFinished();

    @Message("This sign-in took too long, or it began in another browser.")
    String thisSignInTookTooLong();

    @Message("the provider")
    String theProvider();

    // SignIn.java

    @Message("You must choose a new password first: sign in in another tab.")
    String youMustChooseANewPassword();
}
