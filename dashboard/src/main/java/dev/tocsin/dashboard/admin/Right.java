package dev.tocsin.dashboard.admin;

import java.util.List;

import static dev.tocsin.dashboard.web.Language.say;

/**
 * One thing people may do here, and who may: each role may also do what the one before it may, and team roles come on top.
 *
 * @param viewer whether a viewer may, and so on
 * @param team what a role in the owning team adds; empty where it adds nothing
 */
record Right(String what, boolean viewer, boolean responder, boolean admin, String team) {

    /** Rights of one kind. */
    record Group(String title, List<Right> rights) {}

    static List<Group> groups() {
        var words = say(AdminWords.class);
        return List.of(
                new Group(
                        words.reading(),
                        List.of(
                                everybody(words.seeTheBoardIncidentsChecksSchedules()),
                                everybody(words.seePeopleAndTeamsNumbersAre()),
                                admins(words.seeEverybodysNumbersTheAuditLog()))),
                new Group(
                        words.oneself(),
                        List.of(
                                everybody(words.changeOnesOwnNameZoneTheme()),
                                everybody(words.addVerifyTestAndRemoveOnes()),
                                everybody(words.makeAndDeleteOnesOwnApi()))),
                new Group(
                        words.incidentsAndPostmortems(),
                        List.of(
                                responders(words.raiseAcknowledgeResolveEscalateHandOver(), ""),
                                responders(words.writeReviewAndPublishPostmortems(), ""),
                                admins(words.publishWithoutAReviewSayingWhy()))),
                new Group(words.checks(), List.of(responders(words.makeChangePauseRunAndDelete(), ""))),
                new Group(
                        words.whatATeamOwns(),
                        List.of(
                                new Right(
                                        words.makeAndChangeServicesSchedulesPolicies(),
                                        false,
                                        false,
                                        true,
                                        words.theTeamsManagers()),
                                new Right(
                                        words.putSomebodyElseOnCallFor(),
                                        false,
                                        false,
                                        true,
                                        words.theTeamsRespondersAndManagers()),
                                admins(words.deleteServicesSchedulesPoliciesAndTeams()))),
                new Group(
                        words.people(),
                        List.of(
                                new Right(words.changeWhoIsInATeam(), false, false, true, words.theTeamsManagers()),
                                admins(words.inviteChangeDisablePeopleGiveRoles()),
                                admins(words.revokeAnybodysApiTokenTestConnections()))));
    }

    private static Right everybody(String what) {
        return new Right(what, true, true, true, "");
    }

    private static Right responders(String what, String team) {
        return new Right(what, false, true, true, team);
    }

    private static Right admins(String what) {
        return new Right(what, false, false, true, "");
    }
}
