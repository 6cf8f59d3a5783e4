package dev.tocsin.dashboard.admin;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages for administrators, as {@code admin:name} in templates. */
@MessageBundle("admin")
public interface AdminWords {
    // AdminPages/connections.html

    @Message("Connections")
    String connections();

    @Message("Admin")
    String admin();

    @Message("What Tocsin depends on outside itself. It is set in the environment; secrets are never shown.")
    String whatTocsinDependsOnOutside();

    @Message("Administration")
    String administration();

    @Message("Configured")
    String configured();

    @Message("Not configured")
    String notConfigured();

    @Message("Test {c}")
    String testC(String c);

    @Message("Test it now")
    String testItNow();

    @Message("Webhooks of teams are tested on [1|their own pages].")
    String webhooksOfTeamsAreTested();

    // AdminPages/keys.html

    @Message("Every secret by which a program comes in. One that nobody has used for long is one too many.")
    String everySecretByWhichA();

    @Message("API tokens")
    String apiTokens();

    @Message("No API tokens")
    String noApiTokens();

    @Message("People make them on their profile, for tools that act in their name.")
    String peopleMakeThemOnTheir();

    @Message("Name|Acts for|Begins with|Made|Last used|")
    String nameActsForBeginsWith();

    @Message("Acts for")
    String actsFor();

    @Message("Begins with")
    String beginsWith();

    @Message("Made")
    String made();

    @Message("Last used")
    String lastUsed();

    @Message("Never")
    String never();

    @Message("Revoke")
    String revoke();

    @Message("Whatever uses {t} stops working at once.")
    String whateverUsesTStopsWorking(String t);

    @Message("Revoke the token")
    String revokeTheToken();

    @Message("More tokens")
    String moreTokens();

    @Message("Routing keys")
    String routingKeys();

    @Message("No routing keys")
    String noRoutingKeys();

    @Message("Each integration of a service has one: tools raise alarms with it.")
    String eachIntegrationOfAService();

    @Message(
            "{#switch kind}{#case 'events-v2'}PagerDuty Events API v2{#case 'alertmanager'}Alertmanager webhook{#case 'grafana'}Grafana{#case 'nagios'}Nagios{#case 'generic'}Any JSON{#else}{kind}{/switch}")
    String speaks(String kind);

    @Message("Integration|Service|Begins with|Made|Last used|")
    String integrationServiceBeginsWithMade();

    @Message("Ends [1]")
    String ends();

    @Message("Events for {service} that carry this key are refused at once.")
    String eventsForServiceThatCarry(String service);

    @Message("Revoke the key")
    String revokeTheKey();

    @Message("More keys")
    String moreKeys();

    // AdminPages/limits.html

    @Message("Limits")
    String limits();

    @Message("As each service keeps them at this moment.")
    String asEachServiceSaysThem();

    @Message("These pages")
    String thesePages();

    @Message(
            "{#switch service}{#case 'oncall-service'}Paging and on call{#case 'monitor-service'}Checks{#case 'postmortem-service'}Postmortems{#else}{service}{/switch}")
    String keptBy(String service);

    @Message("Forms and answers")
    String formsAndAnswers();

    @Message("One form")
    String oneForm();

    @Message("One form with a picture")
    String oneFormWithAPicture();

    @Message("Fields of one form")
    String fieldsOfOneForm();

    @Message("A page waits for a service at most")
    String aPageWaitsForAService();

    @Message("{size} kB")
    String kilobytes(long size);

    @Message("{size} MB")
    String megabytes(long size);

    @Message("{about}|#In force")
    String limitInForce(String about);

    @Message("In force")
    String inForce();

    // AdminPages/passwordLink.html

    @Message("Link for a new password")
    String linkForANewPassword();

    @Message("A new password for {user}")
    String aNewPasswordForUser(String user);

    @Message("Users")
    String users();

    @Message("Hand this to [1] over a channel you trust. It is shown only now, and good once, until [2]. Their "
            + "sessions end when they use it.")
    String handThisToOverA();

    @Message("Back to users")
    String backToUsers();

    // AdminPages/roles.html

    @Message("Roles")
    String roles();

    @Message("Three roles, each with what the one before it may do. A role in a team adds what the team owns.")
    String threeRolesEachWithWhat();

    @Message("What|Viewer|Responder|Admin|In a team")
    String whatViewerResponderAdminIn();

    @Message("Viewer")
    String viewer();

    @Message("Yes")
    String yes();

    @Message("No")
    String no();

    @Message("Responder")
    String responder();

    @Message("In a team")
    String inATeam();

    // AdminPages/users.html

    @Message("Who may come in, and what they may do.")
    String whoMayComeInAnd();

    @Message("Invite somebody")
    String inviteSomebody();

    @Message("No mail went to {email}:")
    String noMailWentToEmail(String email);

    @Message("[1] [2]. Hand this link over yourself; it is shown only now.")
    String handThisLinkOverYourself();

    @Message("An invitation is on its way to {email}. The same link, to hand over yourself:")
    String anInvitationIsOnIts(String email);

    @Message("Name or e-mail")
    String nameOrEMail();

    @Message("Role")
    String role();

    @Message("Any")
    String any();

    @Message("Nobody matches")
    String nobodyMatches();

    @Message("Change the filter, or invite somebody below.")
    String changeTheFilterOrInvite();

    @Message("Name|Role|Teams|State|")
    String nameRoleTeamsState();

    @Message("Disabled")
    String disabled();

    @Message("Not signed in yet")
    String notSignedInYet();

    @Message("Enabled")
    String enabled();

    @Message("Change[1]")
    String change();

    @Message("Role of {user}")
    String roleOfUser(String user);

    @Message("Set role")
    String setRole();

    @Message("Enable")
    String enable();

    @Message("Sign out everywhere")
    String signOutEverywhere();

    @Message("Disable")
    String disable();

    @Message("{user} can no longer sign in and is no longer paged. What they did stays in every history.")
    String userCanNoLongerSign(String user);

    @Message("Disable {user}")
    String disableUser(String user);

    @Message("They sign in with it.")
    String theySignInWithIt();

    @Message("Viewers read, responders act, admins also manage people.")
    String viewersReadRespondersActAdmins();

    @Message("There is no team yet.")
    String thereIsNoTeamYet();

    @Message("Invite")
    String invite();

    @Message("Open invitations")
    String openInvitations();

    @Message("No open invitations")
    String noneIsOpen();

    @Message("An invitation is good once, for a week.")
    String anInvitationIsGoodOnce();

    @Message("For|Until|")
    String forUntil();

    @Message("{role}, invited by {invitedBy}")
    String roleInvitedByInvitedBy(String role, String invitedBy);

    @Message("Until")
    String until();

    @Message("Ended")
    String ended();

    @Message("Send again")
    String sendAgain();

    @Message("Send again to {email}")
    String sendAgainToEmail(String email);

    @Message("Take back")
    String takeBack();

    @Message("Take back the invitation of {email}")
    String takeBackTheInvitationOf(String email);

    @Message("Keys")
    String keys();

    @Message("Audit log")
    String auditLog();

    // Right.java

    @Message("Reading")
    String reading();

    @Message("See the board, incidents, checks, schedules, figures and postmortems")
    String seeTheBoardIncidentsChecksSchedules();

    @Message("See people and teams; numbers are masked, except one’s own")
    String seePeopleAndTeamsNumbersAre();

    @Message("See everybody’s numbers, the audit log, and this administration")
    String seeEverybodysNumbersTheAuditLog();

    @Message("Oneself")
    String oneself();

    @Message("Change one’s own name, zone, theme and password")
    String changeOnesOwnNameZoneTheme();

    @Message("Add, verify, test and remove one’s own ways to be reached")
    String addVerifyTestAndRemoveOnes();

    @Message("Make and delete one’s own API tokens; end one’s own sessions")
    String makeAndDeleteOnesOwnApi();

    @Message("Incidents and postmortems")
    String incidentsAndPostmortems();

    @Message("Raise, acknowledge, resolve, escalate, hand over and note incidents")
    String raiseAcknowledgeResolveEscalateHandOver();

    @Message("Write, review and publish postmortems")
    String writeReviewAndPublishPostmortems();

    @Message("Publish without a review, saying why; import history")
    String publishWithoutAReviewSayingWhy();

    @Message("Checks")
    String checks();

    @Message("Make, change, pause, run and delete checks; plan their maintenance")
    String makeChangePauseRunAndDelete();

    @Message("What a team owns")
    String whatATeamOwns();

    @Message("Make and change services, schedules, policies, keys, webhooks, maintenance")
    String makeAndChangeServicesSchedulesPolicies();

    @Message("the team’s managers")
    String theTeamsManagers();

    @Message("Put somebody else on call for a while")
    String putSomebodyElseOnCallFor();

    @Message("the team’s responders and managers")
    String theTeamsRespondersAndManagers();

    @Message("Delete services, schedules, policies and teams")
    String deleteServicesSchedulesPoliciesAndTeams();

    @Message("People")
    String people();

    @Message("Change who is in a team")
    String changeWhoIsInATeam();

    @Message("Invite, change, disable people; give roles; end sessions")
    String inviteChangeDisablePeopleGiveRoles();

    @Message("Revoke anybody’s API token; test connections")
    String revokeAnybodysApiTokenTestConnections();

    // SystemPages.java

    @Message("Token revoked. Whatever used it gets no further.")
    String tokenRevokedWhateverUsedItGets();

    @Message("Key revoked. Events that carry it are refused.")
    String keyRevokedEventsThatCarryIt();

    // UserPages.java

    @Message("Invitation taken back. Its link is worthless.")
    String invitationTakenBackItsLinkIs();

    @Message("{name} is now {role}.")
    String isNow(String name, String role);

    @Message("{name} can no longer sign in or be paged.")
    String canNoLongerSignInOr(String name);

    @Message("{name} is back.")
    String isBack(String name);

    @Message("{name} is signed out everywhere.")
    String isSignedOutEverywhere(String name);

    @Message("Not done: {why}")
    String notDone(String why);

    @Message("Nothing changed: {why}")
    String nothingChanged(String why);

    @Message("Every session of {user} ends at once; what they have not saved yet waits for their password.")
    String everySessionOfUserEnds(String user);

    @Message("Sign {user} out")
    String signUserOut(String user);

    @Message("The link that {email} has is worthless at once.")
    String theLinkOfEmailIsWorthless(String email);

    @Message("Take the invitation back")
    String takeTheInvitationBack();

    // UserPages.java

    @Message("Nothing changed: somebody changed {name} meanwhile, who is {role} now. You chose {role2}.")
    String nothingChangedSomebodyChangedMeanwhileWho(String name, String role, String role2);
}
