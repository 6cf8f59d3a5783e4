package dev.tocsin.dashboard.admin;

import java.util.List;

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
        return List.of(
                new Group(
                        "Reading",
                        List.of(
                                everybody("See the board, incidents, checks, schedules, figures and postmortems"),
                                everybody("See people and teams; numbers are masked, except one's own"),
                                admins("See everybody's numbers, the audit log, and this administration"))),
                new Group(
                        "Oneself",
                        List.of(
                                everybody("Change one's own name, zone, theme and password"),
                                everybody("Add, verify, test and remove one's own ways to be reached"),
                                everybody("Make and delete one's own API tokens; end one's own sessions"))),
                new Group(
                        "Incidents and postmortems",
                        List.of(
                                responders("Raise, acknowledge, resolve, escalate, hand over and note incidents", ""),
                                responders("Write, review and publish postmortems", ""),
                                admins("Publish without a review, saying why; import history"))),
                new Group(
                        "Checks",
                        List.of(responders("Make, change, pause, run and delete checks; plan their maintenance", ""))),
                new Group(
                        "What a team owns",
                        List.of(
                                new Right(
                                        "Make and change services, schedules, policies, keys, webhooks, maintenance",
                                        false,
                                        false,
                                        true,
                                        "the team's managers"),
                                new Right(
                                        "Put somebody else on call for a while",
                                        false,
                                        false,
                                        true,
                                        "the team's responders and managers"),
                                admins("Delete services, schedules, policies and teams"))),
                new Group(
                        "People",
                        List.of(
                                new Right("Change who is in a team", false, false, true, "the team's managers"),
                                admins("Invite, change, disable people; give roles; end sessions"),
                                admins("Revoke anybody's API token; test connections"))));
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
