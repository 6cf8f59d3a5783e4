package dev.tocsin.dashboard.checks;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the forms that make a check, as {@code checkform:name} in templates. */
@MessageBundle("checkform")
public interface CheckFormWords {
    // CheckPages/conditions.html

    @Message("Conditions")
    String conditions();

    @Message("One small language for every kind of check: what must hold of each answer.")
    String oneSmallLanguageForEvery();

    @Message("All kinds")
    String allKinds();

    @Message("This kind offers no names.")
    String thisKindOffersNoNames();

    @Message("Name|Is a|What it is")
    String nameIsAWhatIt();

    @Message("Is a")
    String isA();

    @Message("What it is")
    String whatItIs();

    @Message("For example")
    String forExample();

    @Message("How it is read")
    String howItIsRead();

    @Message("The grammar")
    String theGrammar();

    // CheckPages/edit.html

    @Message("Edit check")
    String editCheck();

    @Message("New check")
    String newCheck();

    @Message("What to ask, how often, and whom to wake.")
    String whatToAskHowOften();

    @Message("Asks")
    String asks();

    @Message("Failures")
    String failures();

    @Message("Kind")
    String kind();

    @Message("Made for a task of a postmortem: the task is done once this check has run.")
    String madeForATaskOf();

    @Message("It would be up")
    String itWouldBeUp();

    @Message("It would be down")
    String itWouldBeDown();

    @Message("It would be degraded")
    String itWouldBeDegraded();

    @Message("No verdict")
    String noVerdict();

    @Message("from [1]")
    String from();

    @Message("[1]in [2][3][4]. Nothing is saved yet.")
    String inNothingIsSavedYet();

    @Message("What was received")
    String whatWasReceived();

    @Message("It begins the text message, such as checkout front page.")
    String itBeginsTheTextMessage();

    @Message("Its people are paged when the check is down.")
    String itsPeopleArePagedWhen();

    @Message("None: watch, but page nobody")
    String noneWatchButPageNobody();

    @Message("There is no service yet, so nobody would be paged.")
    String thereIsNoServiceYet();

    @Message("[1|Create one] first, or watch quietly.")
    String createOneFirstOrWatch();

    @Message("URL")
    String url();

    @Message("Such as https://example.org/health.")
    String suchAsUrl();

    @Message("Expected status")
    String expectedStatus();

    @Message("200, 2xx or 200,301-302. A condition on the status replaces it.")
    String xxOrAConditionOn();

    @Message("Slower than (ms) is a failure")
    String slowerThanMsIsA();

    @Message("Such as 500. Empty: however slow.")
    String emptyHoweverSlow();

    @Message("Host")
    String host();

    @Message("Such as {example}.")
    String suchAs(String example);

    @Message("Port")
    String port();

    @Message("TLS comes first")
    String tlsComesFirst();

    @Message("Say")
    String say();

    @Message("Such as PING\\r\\n. Empty: nothing.")
    String suchAsPingRN();

    @Message("Must come back")
    String mustComeBack();

    @Message("Such as +PONG. Empty: accepting is enough.")
    String suchAsPongEmptyAccepting();

    @Message("Down when the certificate cannot be trusted; degraded when one of the chain ends within 14 days, "
            + "unless a condition says otherwise.")
    String downWhenTheCertificateCannot();

    @Message("Domain name")
    String domainName();

    @Message("Type of record")
    String typeOfRecord();

    @Message("Must be among the records")
    String mustBeAmongTheRecords();

    @Message("One per line, such as 192.0.2.1 or 10\u00a0mail.shop.example. Empty: any.")
    String oneALineSuchAs();

    @Message("Name server to ask")
    String nameServerToAsk();

    @Message("Such as 9.9.9.9. Empty: this machine’s own.")
    String suchAsEmptyThisMachines();

    @Message("Pings")
    String pings();

    @Message("One answer is enough.")
    String oneAnswerIsEnough();

    @Message("Such as 5s, 30s or 5m.")
    String suchAsSSOr();

    @Message("How many make it down. After the first we ask again at once.")
    String soManyMakeItDown();

    @Message("More settings")
    String moreSettings();

    @Message("Give up after")
    String giveUpAfter();

    @Message("At most the interval.")
    String atMostTheInterval();

    @Message("Recoveries")
    String recoveries();

    @Message("How many good answers make it up again.")
    String soManyGoodAnswersMake();

    @Message("Slower than (ms) is degraded")
    String slowerThanMsIsDegraded();

    @Message("Such as 300. Slow is shown and counted, and pages nobody. Empty: never slow.")
    String slowIsShownAndCounted();

    @Message("Out of the last")
    String outOfTheLast();

    @Message("Probes among which the failures count; empty: one right after the other.")
    String probesAmongWhichTheFailures();

    @Message("Going up and down too often is one alert, not many")
    String goingUpAndDownToo();

    @Message("Stands behind")
    String standsBehind();

    @Message("While one of these is down, this check is unreachable and pages nobody again.")
    String whileOneOfTheseIs();

    @Message("There is no other check.")
    String thereIsNoOtherCheck();

    @Message("No check has that in its name.")
    String noCheckHasThatInItsName();

    @Message("Look for another by its name")
    String findACheckByName();

    @Message("Find")
    String find();

    @Message("Method")
    String method();

    @Message("Redirects to follow")
    String redirectsToFollow();

    @Message("0: none. Each hop is vetted; secrets stay with their origin.")
    String noneEachHopIsVetted();

    @Message("Answer must hold")
    String answerMustHold();

    @Message("A piece of text; empty: anything.")
    String aPieceOfTextEmpty();

    @Message("User name")
    String userName();

    @Message("For basic authentication.")
    String forBasicAuthentication();

    @Message("Never shown again.")
    String neverShownAgain();

    @Message("Bearer token")
    String bearerToken();

    @Message("Instead of a user name. Never shown again.")
    String insteadOfAUserName();

    @Message("Headers")
    String headers();

    @Message("One per line, such as Accept: application/json. Secrets are not shown again.")
    String oneALineSuchAsAcceptApplication();

    @Message("Body to send")
    String bodyToSend();

    @Message("With POST, PUT or PATCH.")
    String withPostPutOrPatch();

    @Message("Save check")
    String saveCheck();

    @Message("Create check")
    String createCheck();

    @Message("Try it now")
    String tryItNow();

    // CheckPages/kind.html

    @Message("It would run")
    String itWouldRun();

    @Message("When does it run?")
    String whenDoesItRun();

    @Message("What do you want to watch?")
    String whatDoYouWantTo();

    @Message("Plugins are off.")
    String pluginsAreOff();

    @Message("Whoever runs Tocsin turns them on by naming their directory, such as [1], and starting the monitor "
            + "again.")
    String whoeverRunsTocsinTurnsThem();

    @Message("{memory} MiB each")
    String memoryMiBEach(Integer memory);

    @Message("without a bound on memory: this machine has no prlimit")
    String withoutABoundOnMemory();

    @Message("Run from [1], at most [2] at once, [3], without any secret of Tocsin. A plugin connects wherever "
            + "its arguments say, so only administrators set one up.")
    String runFromAtMostAt();

    @Message("Only an administrator may save a check of this kind.")
    String onlyAnAdministratorMaySave();

    @Message("In [1][2][3]. Nothing is saved yet.")
    String inNothingIsSavedYet2();

    @Message(
            "It begins the text message, such as {#switch kind}{#case 'heartbeat'}Nightly backup{#case 'plugin'}Mail queue of mx1{#else}Disk of db1{/switch}.")
    String itBeginsTheTextMessageSuchAs(String kind);

    @Message("A success every")
    String aSuccessEvery();

    @Message("Such as 5m, 1h or 1d; or give a crontab line.")
    String suchAsMHOr();

    @Message("Or by this crontab line")
    String orByThisCrontabLine();

    @Message("Five fields, such as 30 2 * * *, or @hourly, @daily, @weekly, @monthly.")
    String fiveFieldsOrHourlyDaily();

    @Message("Grace")
    String grace();

    @Message("How late a success may be before it counts as missed.")
    String howLateASuccessMay();

    @Message("Time zone")
    String timeZoneOfTheCrontab();

    @Message("For the crontab line: as on the machine that runs the job.")
    String asOnTheMachineThat();

    @Message("A run takes at most")
    String aRunTakesAtMost();

    @Message("Such as 30m, for jobs that also report their start. Empty: no limit.")
    String forJobsThatAlsoTell();

    @Message("Where from")
    String whereFrom();

    @Message("Of the page, such as http://host:9100/metrics, or of the Prometheus server.")
    String ofThePageOrOf();

    @Message("Expression")
    String expression();

    @Message("PromQL. On a page: metrics with labels, + - * /, sum, min, max, avg, count and rate of a counter.")
    String promQLOnAPageMetrics();

    @Message("What the value is")
    String whatTheValueIs();

    @Message("Authorization header")
    String authorizationHeader();

    @Message("Such as Bearer abc. Not shown again.")
    String suchAsBearerAbcNot();

    @Message("Plugin")
    String plugin();

    @Message("The name of a file in the directory of plugins, such as check_procs.")
    String theNameOfAFile();

    @Message("Arguments")
    String arguments();

    @Message("One per line, handed over as they are; no shell reads them.")
    String oneALineHandedOver();

    @Message("Secrets")
    String secrets();

    @Message("One per line, such as password: hunter2. Among the arguments its name in braces stands for it. Not "
            + "shown again.")
    String oneALineSuchAsPasswordHunter2();

    @Message("Look every")
    String weLookEvery();

    @Message("A missed run is noticed at most this long after the grace.")
    String soLongAfterTheGrace();

    @Message("Such as 30s or 5m.")
    String suchAsSOrM();
}
