package dev.tocsin.dashboard.people;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about people, as {@code people:name} in templates. */
@MessageBundle("people")
public interface PeopleWords {
    // PeoplePages/edit.html

    @Message("Edit person")
    String editPerson();

    @Message("Add person")
    String addPerson();

    @Message("Role")
    String role();

    @Message("Phone")
    String phone();

    @Message("Viewers read, responders act, admins also manage people.")
    String viewersReadRespondersActAdmins();

    @Message("With country code, such as +49 151 23456789. Pages go there by SMS once the number is verified.")
    String withCountryCodeSuchAs();

    @Message("There is no team yet; this person can join one later.")
    String thereIsNoTeamYet();

    @Message("Save person")
    String savePerson();

    // PeoplePages/list.html

    @Message("Everybody who can sign in or be paged.")
    String everybodyWhoCanSignIn();

    @Message("Texts from phones")
    String textsFromPhones();

    @Message("Invite")
    String invite();

    @Message("People and teams")
    String peopleAndTeams();

    @Message("Name or e-mail")
    String nameOrEMail();

    @Message("Nobody found")
    String nobodyFound();

    @Message("Nobody’s name or e-mail holds “{q}”.")
    String nobodysNameOrEMail(String q);

    @Message("Add the people who carry the phone.")
    String addThePeopleWhoCarry();

    @Message("Show everybody")
    String showEverybody();

    @Message("Name|Role|Teams|Phone|Zone")
    String nameRoleTeamsPhoneZone();

    @Message("Disabled")
    String disabled();

    @Message("Not signed in yet")
    String notSignedInYet();

    @Message("Cannot be paged")
    String cannotBePaged();

    @Message("Zone")
    String zone();

    // PeoplePages/one.html

    @Message("New password")
    String newPassword();

    @Message("{person} is signed out everywhere and gets a new one-time password, shown to you once.")
    String personIsSignedOutEverywhere(String person);

    @Message("Make a new password")
    String makeANewPassword();

    @Message("Enable")
    String enable();

    @Message("Disable")
    String disable();

    @Message("{person} can no longer sign in and is no longer paged. What they did stays in every history.")
    String personCanNoLongerSign(String person);

    @Message("Disable {person}")
    String disablePerson(String person);

    @Message("Disabled: cannot sign in and is never paged.")
    String disabledCannotSignInAnd();

    @Message("No page reaches {person}.")
    String noPageReachesPerson(String person);

    @Message("No page reaches you.")
    String noPageReachesYou();

    @Message("Your turn is skipped: the next person is paged at once.")
    String yourTurnIsSkipped();

    @Message("No contact method below is verified and in use.")
    String noContactMethodBelowIs();

    @Message("There is no contact method.")
    String thereIsNoContactMethod();

    @Message("Their turn is skipped: the next person is paged at once.")
    String anIncidentSkipsToThe();

    @Message("The webhook’s secret.")
    String theWebhooksSecret();

    @Message("Requests are signed with it as Standard Webhooks say. It is shown only now.")
    String requestsAreSignedWithIt();

    @Message("Where pages go")
    String wherePagesGo();

    @Message("Text START from it to be paged again.")
    String textStartFromItTo();

    @Message("Send code")
    String sendCode();

    @Message("Send a new code")
    String sendANewCode();

    @Message("Without a carrier’s account no text leaves this machine: [1|read the code on the simulated phone] "
            + "(another tab).")
    String withoutACarrierReadThe();

    @Message("Test this one")
    String testThisOne();

    @Message("Send a test page to {address}")
    String sendATestPageTo(String address);

    @Message("Switch on")
    String switchOn();

    @Message("Switch off")
    String switchOff();

    @Message("Pages no longer go to {address}.")
    String pagesNoLongerGoTo(String address);

    @Message("Remove it")
    String removeIt();

    @Message("Code")
    String code();

    @Message("Six digits, good for 15 minutes.")
    String sixDigitsGoodForMinutes();

    @Message("Six digits, good until {time}.")
    String sixDigitsGoodUntil(String time);

    @Message("Verify")
    String verify();

    @Message("Add a way to be reached")
    String addAWayToBe();

    @Message("By")
    String by();

    @Message("Number, address or URL")
    String numberAddressOrUrl();

    @Message("Number or URL")
    String numberOrUrl();

    @Message("A number with its country code, an e-mail address, or an https URL.")
    String aNumberAnAddressOrAUrl();

    @Message("A number with its country code, such as +49 151 23456789; for a webhook an https URL.")
    String aNumberOrAUrl();

    @Message("Add")
    String add();

    @Message("By default: {otherwise}.")
    String byDefaultOtherwise(String otherwise);

    @Message("At once")
    String atOnce();

    @Message("After {delay}")
    String afterDelay(String delay);

    @Message("Change")
    String change();

    @Message("Each line is tried while nobody has answered. Leave a line blank to drop it; without lines: "
            + "{otherwise}.")
    String eachLineIsTriedWhile(String otherwise);

    @Message("Line {i}")
    String lineI(int i);

    @Message("Not used")
    String notUsed();

    @Message("Line {i} waits")
    String lineIWaits(int i);

    @Message("Such as 0s, 5m or 1h.")
    String suchAsSMOr();

    @Message("Save how pages arrive")
    String saveHowPagesArrive();

    @Message("Sign-in")
    String signIn();

    @Message("Has not set a password yet")
    String hasNotSetAPassword();

    // PeoplePages/password.html

    @Message("One-time password")
    String oneTimePassword();

    @Message("{name} can sign in now")
    String nameCanSignInNow(String name);

    @Message("A new password for {name}")
    String aNewPasswordForName(String name);

    @Message("Hand this to {name} over a channel you trust. It is shown only now; at the first sign-in a new "
            + "password is asked for.")
    String handThisToNameOver(String name);

    @Message("Signs in with")
    String signsInWith();

    @Message("Go to {name}")
    String goToName(String name);

    @Message("Add another person")
    String addAnotherPerson();

    // MethodLook.java

    @Message("In use, verified")
    String inUseVerified();

    @Message("Not verified")
    String notVerified();

    @Message("Answered STOP")
    String answeredStop();

    @Message("Off")
    String off();

    @Message("Call")
    String call();

    @Message("Webhook")
    String webhook();

    // PeoplePages.java

    @Message("Responder")
    String responder();

    @Message("Viewer")
    String viewer();

    @Message("Admin")
    String admin();

    @Message("People")
    String people();

    @Message("Teams")
    String teams();

    @Message("Saved.")
    String saved();

    @Message("{name} can no longer sign in or be paged.")
    String canNoLongerSignInOr(String name);

    @Message("{name} is back.")
    String isBack(String name);

    @Message("Nothing changed: {why}")
    String nothingChanged(String why);

    // ReachPages.java

    @Message("Phone call")
    String phoneCall();

    @Message("Added. Send a code to it: it is not used before it is verified.")
    String addedSendACodeToIt();

    @Message("Added. A code is on its way to {address}: type it below.")
    String addedTypeTheCode(String address);

    @Message("Added, but no code went out: {why}")
    String addedButNoCodeWentOut(String why);

    @Message("Removed.")
    String removed();

    @Message("Switched off: nothing goes there.")
    String switchedOffNothingGoesThere();

    @Message("Switched on.")
    String switchedOn();

    @Message("A code is on its way: type it below.")
    String aCodeIsOnItsWay();

    @Message("Test page sent. Below you see when it is delivered.")
    String aTestPageIsOnIts();

    @Message("Verified: pages may go there now.")
    String verifiedPagesMayGoThereNow();

    @Message("Verified. Now see a page arrive.")
    String verifiedNowSeeAPageArrive();

    @Message("Say how long to wait, such as 0s, 5m or 1h.")
    String sayHowLongToWaitSuch();

    @Message("Saved how pages arrive.")
    String savedHowPagesArrive();

    @Message("Not done: {why}")
    String notDone(String why);

    @Message("When it is urgent")
    String whenItIsUrgent();

    @Message("the first number is texted at once")
    String theFirstNumberIsTextedAt();

    @Message("When it can wait")
    String whenItCanWait();

    @Message("an e-mail, or else a text")
    String anEMailOrElseA();

    @Message("{way} to {address}")
    String to(String way, String address);

    @Message("a way that was removed")
    String aWayThatWasRemoved();

    // MethodLook.java

    @Message("E-mail")
    String eMail();
}
