package dev.tocsin.dashboard.people;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about teams, as {@code team:name} in templates. */
@MessageBundle("team")
public interface TeamWords {
    // TeamPages/edit.html

    @Message("Edit team")
    String editTeam();

    @Message("New team")
    String newTeam();

    @Message("Description")
    String description();

    @Message("As people say it at three in the morning, such as Payments.")
    String asPeopleSayItAt();

    @Message("What the team looks after.")
    String optionalWhatTheTeamLooks();

    @Message("Save team")
    String saveTeam();

    @Message("Create team")
    String createTeam();

    // TeamPages/list.html

    @Message("A team owns services and schedules; its people see each other’s pages.")
    String aTeamOwnsServicesAnd();

    @Message("People and teams")
    String peopleAndTeams();

    @Message("No team yet")
    String noTeamYet();

    @Message("Start with the people who are woken together: a team of two is enough for a rotation.")
    String startWithThePeopleWho();

    @Message("Create the first team")
    String createTheFirstTeam();

    @Message("Team|People|")
    String teamPeople();

    @Message("Nobody yet")
    String nobodyYet();

    // TeamPages/one.html

    @Message("Delete this team? Its services and schedules must belong to another team first.")
    String deleteThisTeamItsServices();

    @Message("Delete the team")
    String deleteTheTeam();

    @Message("Nobody in this team yet")
    String nobodyInThisTeamYet();

    @Message("Add its first person beside this list.")
    String addItsFirstPersonBeside();

    @Message("Cannot be paged")
    String cannotBePaged();

    @Message("Role of {member}")
    String roleOfMember(String member);

    @Message("Save the role of {member}")
    String saveTheRoleOfMember(String member);

    @Message("Remove {member} from the team")
    String removeMemberFromTheTeam(String member);

    @Message("Add somebody")
    String addSomebody();

    @Message("Everybody is in this team.")
    String everybodyIsInThisTeam();

    @Message("Add a person")
    String addAPerson();

    @Message("Role in this team")
    String roleInThisTeam();

    @Message("Viewers read. Responders answer pages and stand in for others. Managers also change what the team owns.")
    String respondersAnswerPagesAndStand();

    @Message("Add to team")
    String addToTeam();

    // TeamPages.java

    @Message("Responder")
    String responder();

    @Message("Manager")
    String manager();

    @Message("Viewer")
    String viewer();

    @Message("Team created. Now add its people.")
    String teamCreatedNowAddItsPeople();

    @Message("Team saved.")
    String teamSaved();

    @Message("Team deleted.")
    String teamDeleted();

    @Message("Not deleted: {why}")
    String notDeleted(String why);

    @Message("Choose who joins the team.")
    String chooseWhoJoinsTheTeam();

    @Message("Added to the team.")
    String addedToTheTeam();

    @Message("Removed from the team.")
    String removedFromTheTeam();

    @Message("Not removed: {why}")
    String notRemoved(String why);

    @Message("Role saved.")
    String roleSaved();

    @Message("Not saved: {why}")
    String notSaved(String why);

    @Message("Remove {member} from the team? Schedules and policies that name them keep doing so.")
    String removeMemberQuestion(String member);

    @Message("Remove {member}")
    String removeMember(String member);

    @Message("Not saved: somebody changed {name} meanwhile, who is {role} now. You chose {chosen}.")
    String notSavedRoleIs(String name, String role, String chosen);
}
