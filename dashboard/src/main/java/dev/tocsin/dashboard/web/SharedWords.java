package dev.tocsin.dashboard.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the layout and the components, and words that several rooms share, as {@code ui:name} in templates. */
@MessageBundle("ui")
public interface SharedWords {
    // shared

    @Message("Profile")
    String profile();

    @Message("Copy")
    String copy();

    @Message("Checks")
    String checks();

    @Message("State")
    String state();

    @Message("Older")
    String older();

    @Message("Name")
    String name();

    @Message("Every")
    String every();

    @Message("Service")
    String service();

    @Message("Password")
    String password();

    @Message("Cancel")
    String cancel();

    @Message("None yet")
    String noneYet();

    @Message("Address")
    String address();

    @Message("Done")
    String done();

    @Message("Maintenance")
    String maintenance();

    @Message("Find")
    String find();

    @Message("Team")
    String team();

    @Message("Delete")
    String delete();

    @Message("Edit")
    String edit();

    @Message("There is no service yet. [1|Create one] first.")
    String noServiceYet();

    @Message("There is no team yet. [1|Create one] first.")
    String noTeamYet();

    @Message("Choose a service")
    String chooseAService();

    @Message("None")
    String none();

    @Message("Degraded")
    String degraded();

    @Message("Postmortems")
    String postmortems();

    @Message("CSV")
    String csv();

    @Message("Any team")
    String anyTeam();

    @Message("From")
    String from();

    @Message("To")
    String to();

    @Message("Tasks")
    String tasks();

    @Message("Any service")
    String anyService();

    @Message("Severity")
    String severity();

    @Message("Any severity")
    String anySeverity();

    @Message("Owner")
    String owner();

    @Message("Anybody")
    String anybody();

    @Message("due [1]")
    String due();

    @Message("Acknowledged")
    String acknowledged();

    @Message("Acknowledge")
    String acknowledge();

    @Message("About")
    String about();

    @Message("Next")
    String next();

    @Message("On call")
    String onCall();

    @Message("More")
    String more();

    @Message("Nobody on call")
    String nobodyOnCall();

    @Message("Choose a team")
    String chooseATeam();

    @Message("Decline")
    String decline();

    @Message("Why not")
    String whyNot();

    @Message("E-mail")
    String eMail();

    @Message("What happened")
    String whatHappened();

    @Message("Remove")
    String remove();

    @Message("Choose a person")
    String chooseAPerson();

    @Message("Save")
    String save();

    @Message("Publish")
    String publish();

    @Message("Words")
    String words();

    @Message("Title")
    String title();

    @Message("Reopen")
    String reopen();

    @Message("Triggered")
    String triggered();

    @Message("Filter")
    String filter();

    @Message("Person")
    String person();

    @Message("Incidents")
    String incidents();

    @Message("Time zone")
    String timeZone();

    @Message("Open")
    String open();

    @Message("Link")
    String link();

    @Message("People")
    String people();

    @Message("Keys")
    String keys();

    @Message("Clear")
    String clear();

    @Message("Teams")
    String teams();

    @Message("First steps")
    String firstSteps();

    @Message("Change password")
    String changePassword();

    @Message("Sign out")
    String signOut();

    @Message("Search")
    String search();

    @Message("Send me a test page")
    String sendMeATestPage();

    @Message("Sessions")
    String sessions();

    // counted

    @Message("{n.counted('fault')}")
    String countFaults(int n);

    @Message("{n.counted('report')}")
    String countReports(int n);

    @Message("{n.counted('task')}")
    String countTasks(int n);

    @Message("{n.counted('incident')}")
    String countIncidents(int n);

    @Message("{n.counted('shift')}")
    String countShifts(int n);

    @Message("{n.counted('event')}")
    String countEvents(int n);

    @Message("{n.counted('request')}")
    String countRequests(int n);

    @Message("{n.counted('more schedule')}")
    String countMoreSchedules(int n);

    @Message("{n.counted('hit')}")
    String countHits(int n);

    @Message("{n.of('more that are not well')}")
    String countMoreThatAreNot(long n);

    @Message("{n.counted('check')}")
    String countChecks(long n);

    @Message("{n.of('down')}")
    String countDown(long n);

    @Message("{n.of('unreachable')}")
    String countUnreachable(long n);

    @Message("{n.of('unknown')}")
    String countUnknown(long n);

    @Message("{n.of('degraded')}")
    String countDegraded(long n);

    @Message("{n.of('up')}")
    String countUp(long n);

    @Message("{n.of('paused')}")
    String countPaused(long n);

    // tags/chartTable.html

    @Message("As a table")
    String asATable();

    // tags/checklist.html

    @Message(": done")
    String done2();

    // tags/choices.html

    @Message("None yet.")
    String noneYet2();

    // tags/conditions.html

    @Message("Conditions [1|optional]")
    String conditionsOptional();

    @Message("One per line; all must hold. Where one that begins with “degraded:” fails, the check is degraded, not "
            + "down.")
    String oneALineAllMust();

    @Message("All conditions")
    String whatCanBeSaid();

    // tags/duration.html

    @Message("{label}: number")
    String labelNumber(Object label);

    @Message("{label}: unit")
    String labelUnit(String label);

    // tags/field.html

    @Message("optional")
    String optional();

    // tags/incident.html

    @Message("Select #{number}")
    String selectNumber(Object number);

    @Message("paged {paged}")
    String pagedPaged(Object paged);

    @Message("after {get}")
    String afterGet(Object get);

    // tags/liveTasks.html

    @Message("The like of this would now be caught by [1].")
    String theLikeOfThisWould();

    // tags/nextAction.html

    @Message("Acknowledge #{number}")
    String acknowledgeNumber(Object number);

    @Message("Resolve #{number}")
    String resolveNumber(Object number);

    @Message("Resolve")
    String resolve();

    // tags/pager.html

    @Message("Newest")
    String newest();

    // tags/phases.html

    @Message("DNS")
    String dns();

    @Message("Connect")
    String connect();

    @Message("TLS")
    String tls();

    @Message("First byte")
    String firstByte();

    @Message("Transfer")
    String transfer();

    // tags/progress.html

    @Message("[1] of [2] done")
    String ofDone();

    // tags/rowTools.html

    @Message("Move {what} up")
    String moveWhatUp(String what);

    @Message("Move up")
    String moveUp();

    @Message("Move {what} down")
    String moveWhatDown(String what);

    @Message("Move down")
    String moveDown();

    @Message("Remove {what}")
    String removeWhat(String what);

    // tags/severity.html

    @Message("Critical")
    String critical();

    @Message("Error")
    String error();

    @Message("Warning")
    String warning();

    @Message("Info")
    String info();

    // tags/similar.html

    @Message("Earlier, alike")
    String earlierAlike();

    // tags/state.html

    @Message("Resolved")
    String resolved();

    @Message("Up")
    String up();

    @Message("Down")
    String down();

    @Message("Unreachable")
    String unreachable();

    @Message("Unknown")
    String unknown();

    @Message("Paused")
    String paused();

    @Message("Draft")
    String draft();

    @Message("In review")
    String inReview();

    @Message("Approved")
    String approved();

    @Message("Published")
    String published();

    @Message("Declined")
    String declined();

    @Message("Used")
    String used();

    @Message("Expired")
    String expired();

    // tags/tabs.html

    @Message("Views")
    String views();

    // tags/task.html

    @Message("Overdue")
    String overdue();

    @Message("Nobody")
    String nobody();

    @Message("due [1]")
    String due2();

    @Message("Done when {doneWhen}")
    String doneWhenDoneWhen(Object doneWhen);

    @Message("Will not be done: “[1]” [2]")
    String willNotBeDone();

    @Message("Would now be caught by [1], running since [2].")
    String wouldNowBeCaughtBy();

    @Message("The check [1] is made; this is done once it has run.")
    String theCheckIsMadeThis();

    @Message("Make the check")
    String makeTheCheck();

    @Message("Decide that it will not be done? Nobody is reminded any more.")
    String decideThatItWillNot();

    // tags/theirs.html

    @Message("What is saved now")
    String whatIsSavedNow();

    @Message("Somebody else saved this while you were writing")
    String somebodyElseSavedThisWhile();

    @Message("Nothing is lost: what is saved now stands here, your text is in the form below. Saving again "
            + "replaces what is saved.")
    String nothingIsLostWhatIs();

    // tags/tlsFields.html

    @Message("Go on although the certificate cannot be trusted")
    String goOnAlthoughTheCertificate();

    @Message("Conditions on it still apply.")
    String conditionsOnItAreJudged();

    @Message("Name in the certificate")
    String nameInTheCertificate();

    @Message("Also asked for by SNI. Empty: the host.")
    String alsoAskedForBySni();

    @Message("Certificates to trust")
    String certificatesToTrust();

    @Message("PEM. Empty: those this machine trusts.")
    String pemEmptyThoseThisMachine();

    @Message("Our own certificate")
    String ourOwnCertificate();

    @Message("PEM, for servers that ask who we are.")
    String pemForServersThatAsk();

    @Message("Its private key")
    String itsPrivateKey();

    @Message("PEM (PKCS #8). Kept sealed, never shown again.")
    String pemPkcsKeptSealedNever();

    // tags/totalWords.html

    @Message("[1] of [2] to [3] words")
    String ofToWords();

    // tags/trouble.html

    @Message("The rest of the page is current. Reload to try again.")
    String theRestOfThePage();

    // tags/unreachable.html

    @Message("[1]Cannot be paged: [2]")
    String cannotBePaged();

    // tags/verdicts.html

    @Message("Holds")
    String holds();

    @Message("Fails")
    String fails();

    // tags/wordMeter.html

    @Message("[1] words, aim for [2]")
    String wordsAimFor();

    // tags/zoneField.html

    @Message("Start typing a city, such as Berlin.")
    String startTypingACitySuch();

    @Message("{hint} Start typing a city, such as Berlin.")
    String zoneHint(String hint);

    // layout.html

    @Message("Tocsin watches what you run, pages the person on call, and keeps what was learnt.")
    String aboutTocsin();

    @Message("Skip to the page")
    String skipToThePage();

    @Message("Menu")
    String menu();

    @Message("Times in {zoneName} unless another zone is named")
    String timesInZoneName(String zoneName);

    // tags/checkMap.html

    @Message("no reason given")
    String noReasonGiven();

    @Message("{block}: {total.of('checks')}")
    String blockTotal(String block, long total);

    @Message("Group|#Down|#Unreachable|#Unknown|#Degraded|#Up|#Paused")
    String groupDownUnreachableUnknownDegraded();

    // tags/firstSteps.html

    @Message("Do this now")
    String doThisNow();

    // tags/sideMenu.html

    @Message("Main")
    String main();

    @Message("Demo data")
    String demoData();

    @Message("Phones")
    String phones();

    @Message("(opens in another tab)")
    String inAnotherTab();

    // Shell.java

    @Message("Board")
    String board();

    @Message("MTA / MTR")
    String mtaMtr();

    @Message("People & teams")
    String peopleTeams();

    @Message("Admin")
    String admin();

    @Message(
            "{#switch role}{#case 'viewer'}Viewer{#case 'responder'}Responder{#case 'manager'}Manager{#case 'admin'}Admin{#else}{role}{/switch}")
    String role(String role);

    @Message(
            "{#switch state}{#case 'draft'}a draft{#case 'in-review'}in review{#case 'approved'}approved{#case 'published'}published{#case 'declined'}declined{#else}{state}{/switch}")
    String inState(String state);

    // tocsin.js

    @Message("Copied")
    String copied();

    @Message("Close")
    String close();

    // tags/flash.html

    @Message("Put it back")
    String putItBack();
}
