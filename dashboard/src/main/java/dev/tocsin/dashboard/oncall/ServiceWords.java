package dev.tocsin.dashboard.oncall;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about services and their doors, as {@code service:name} in templates. */
@MessageBundle("service")
public interface ServiceWords {
    // ServicePages/edit.html

    @Message("Edit service")
    String editService();

    @Message("New service")
    String newService();

    @Message("Services")
    String services();

    @Message("Policy")
    String policy();

    @Message("Runbook")
    String runbook();

    @Message("What people say is down, such as checkout. It begins every text message.")
    String whatPeopleSayIsDown();

    @Message("What it does")
    String whatItDoes();

    @Message("Escalation policy")
    String escalationPolicy();

    @Message("Choose a policy")
    String chooseAPolicy();

    @Message("There is no escalation policy yet.")
    String thereIsNoEscalationPolicy();

    @Message("[1|Create one] first.")
    String createOneFirst();

    @Message("Runbook link")
    String runbookLink();

    @Message("Such as https://wiki.example/checkout. Shown on the incident, where it is needed at three in the "
            + "morning.")
    String optionalShownOnTheIncident();

    @Message("Page again after")
    String pageAgainAfter();

    @Message("When an acknowledged incident is neither resolved nor touched for so long, such as 30m. Empty: never.")
    String whenAnAcknowledgedIncidentIs();

    @Message("Close by itself after")
    String closeByItselfAfter();

    @Message("When neither a tool nor a person has said more for so long, such as 4h or 7d. Empty: never.")
    String whenNeitherAToolNor();

    @Message("Urgency")
    String urgency();

    @Message("Everybody has notification rules for high and for low urgency.")
    String everybodyHasNotificationRulesFor();

    @Message("Save service")
    String saveService();

    @Message("Create service")
    String createService();

    // ServicePages/key.html

    @Message("New key")
    String newKey();

    @Message("A key for {key}")
    String aKeyForKey(String key);

    @Message("Routing key")
    String routingKey();

    @Message("Shown only now. Copy it into the tool; afterwards only its first characters are known here.")
    String shownOnlyNowCopyIt();

    @Message("Send to")
    String sendTo();

    @Message("Ready to copy")
    String readyToCopy();

    @Message("In Alertmanager")
    String inAlertmanager();

    @Message("Under [1] in [2].")
    String underIn();

    @Message("Let the tool send one alert. It shows as an incident of this service, and pages its people.")
    String letTheToolSendOne();

    // ServicePages/list.html

    @Message("What can break, whose it is, and who is woken.")
    String whatCanBreakWhoseIt();

    @Message("No service yet")
    String noServiceYet();

    @Message("A service is what people say is down: checkout, search, mail. It belongs to a team and uses one "
            + "escalation policy.")
    String aServiceIsWhatPeople();

    @Message("Create the first service")
    String createTheFirstService();

    @Message("Service|Team|Escalation policy|Runbook")
    String serviceTeamEscalationPolicyRunbook();

    // ServicePages/mapping.html

    @Message("What {tool} sends")
    String whatToolSends(String tool);

    @Message("Where the tool’s own JSON keeps what a page needs. Each place is a JSON pointer, such as /alert/title.")
    String whereTheToolsOwnJson();

    @Message("What the sample would become")
    String whatTheSampleWouldBecome();

    @Message("Does")
    String does();

    @Message("Key")
    String key();

    @Message("Source")
    String source();

    @Message("none")
    String none();

    @Message("Seen")
    String seen();

    @Message("when it arrives")
    String whenItArrives();

    @Message("Details")
    String details();

    @Message("Nothing was stored and nobody is paged.")
    String nothingWasStoredAndNobody();

    @Message("The sample would be refused: [1].")
    String theSampleWouldBeRefused();

    @Message("What is wrong, in a sentence; it is what the page says.")
    String whatIsWrongInA();

    @Message("The same key is the same trouble. Without one, the title is the key.")
    String theSameKeyIsThe();

    @Message("Action")
    String action();

    @Message("Where the tool says whether it begins or ends.")
    String whereTheToolSaysWhether();

    @Message("Words for “it is over”")
    String wordsForItIsOver();

    @Message("Besides the usual ones, such as resolved, closed, recovery, ok and up; separated by commas.")
    String besidesTheUsualOnesSuch();

    @Message("Words for “somebody has it”")
    String wordsForSomebodyHasIt();

    @Message("Besides acknowledge; separated by commas.")
    String besidesAcknowledgeWithCommas();

    @Message("Time")
    String time();

    @Message("A sample of what the tool sends")
    String aSampleOfWhatThe();

    @Message("It is only tried, never kept.")
    String itIsOnlyTriedNever();

    @Message("Try")
    String tryIt();

    @Message("Remove the mapping")
    String readTheUsualFormAgain();

    // ServicePages/one.html

    @Message("Add a check")
    String addACheck();

    @Message("Delete this service? Its keys stop working at once. Its incidents stay.")
    String deleteThisServiceItsKeys();

    @Message("Delete the service")
    String deleteTheService();

    @Message("All")
    String all();

    @Message("No incident yet")
    String noIncidentYet();

    @Message("When a check goes down or a tool reports trouble, it shows here.")
    String whenACheckGoesDown();

    @Message("Integrations")
    String integrations();

    @Message("No key yet")
    String noKeyYet();

    @Message("A key lets a tool you already have, such as Alertmanager, page this service’s people. Checks made "
            + "here bring their own.")
    String aKeyLetsATool();

    @Message("Tool|Keys|")
    String toolKeys();

    @Message("What it sends")
    String whatItSends();

    @Message("Keys")
    String keys();

    @Message("used [1]")
    String used();

    @Message("never used")
    String neverUsed();

    @Message("ends [1]")
    String ends();

    @Message("Revoke key")
    String revokeKey();

    @Message("Revoke this key? Whoever uses it is refused at once; the tool’s other keys go on.")
    String revokeThisKeyWhoeverUses();

    @Message("Revoke the key")
    String revokeTheKey();

    @Message("Replace key")
    String replaceKey();

    @Message("Make a new key? It is shown once. The present keys go on for the time you choose.")
    String makeANewKeyIt();

    @Message("Make a new key")
    String makeANewKey();

    @Message("Present keys end")
    String presentKeysEnd();

    @Message("at once")
    String atOnce();

    @Message("in an hour")
    String inAnHour();

    @Message("in a day")
    String inADay();

    @Message("in a week")
    String inAWeek();

    @Message("Revoke")
    String revoke();

    @Message("Remove this tool? Whoever uses its keys is refused at once, and its alerts page nobody.")
    String removeThisToolWhoeverUses();

    @Message("Revoke all its keys")
    String revokeAllItsKeys();

    @Message("Add integration")
    String addIntegration();

    @Message("The tool that will use the key, such as Alertmanager.")
    String theToolThatWillUse();

    @Message("What it speaks")
    String whatItSpeaks();

    @Message("Create key")
    String createKey();

    @Message("Pages again")
    String pagesAgain();

    @Message("{ackTimeout} after an acknowledgement nobody follows up")
    String ackTimeoutAfterAnAcknowledgementNobody(String ackTimeout);

    @Message("never")
    String never();

    @Message("Closes by itself")
    String closesByItself();

    @Message("{autoResolve} after the last signal")
    String autoResolveAfterTheLastSignal(String autoResolve);

    @Message("always high")
    String alwaysHigh();

    @Message("always low")
    String alwaysLow();

    @Message("by severity")
    String bySeverity();

    @Message("not known now")
    String notKnownNow();

    @Message("[1], until [2]")
    String until();

    @Message("none now")
    String noneNow();

    @Message("See its checks")
    String seeItsChecks();

    // DoorPages.java

    @Message("Name the tool that will use the key.")
    String nameTheToolThatWillUse();

    @Message("Not replaced: {why}")
    String notReplaced(String why);

    @Message("Key revoked. The tool’s other keys go on.")
    String keyRevokedTheToolsOtherKeys();

    @Message("Not revoked: {why}")
    String notRevoked(String why);

    @Message("Key revoked. Whoever still uses it is refused from now on.")
    String keyRevokedWhoeverStillUsesIt();

    // MappingPages.java

    @Message("Mapping removed. From the next alert on, the tool’s usual form is read.")
    String theUsualFormIsReadAgain();

    @Message("Not changed: {why}")
    String notChanged(String why);

    @Message("Saved. It holds from the next alert on.")
    String savedItHoldsFromTheNext();

    @Message("The sample must be a JSON object.")
    String theSampleMustBeAJson();

    @Message("Not tried yet.")
    String notTriedYet();

    @Message("Not done: {why}")
    String notDone(String why);

    @Message("This tool")
    String thisTool();

    // ServicePages.java

    @Message("By severity: critical and error wake people")
    String bySeverityCriticalAndErrorWake();

    @Message("Always high: everything wakes people")
    String alwaysHighEverythingWakesPeople();

    @Message("Always low: nothing wakes people")
    String alwaysLowNothingWakesPeople();

    @Message("Service created. Add a check, or a key for the tool that watches it.")
    String serviceCreatedAddACheckOr();

    @Message("Service saved.")
    String serviceSaved();

    @Message("Service deleted.")
    String serviceDeleted();

    @Message("Not deleted: {why}")
    String notDeleted(String why);

    @Message("Give the service a name.")
    String giveTheServiceAName();

    @Message("Choose the team that owns it.")
    String chooseTheTeamThatOwnsIt();

    @Message("Choose who is paged when it breaks.")
    String chooseWhoIsPagedWhenIt();

    @Message("Say how long, such as 30m or 2h, or leave it empty.")
    String sayHowLongSuchAs30();

    // Tool.java

    @Message("PagerDuty Events API v2")
    String pagerdutyEventsApiV2();

    @Message("Alertmanager webhook")
    String alertmanagerWebhook();

    @Message("Grafana")
    String grafana();

    @Message("Nagios")
    String nagios();

    @Message("Any JSON")
    String anyJson();

    @Message("The mapping above is removed; from the next alert on, the tool’s usual form is read.")
    String theMappingAboveIsForgotten();

    @Message("Remove the mapping")
    String forgetTheMapping();
}
