package dev.tocsin.dashboard.tasks;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the tasks of postmortems, as {@code task:name} in templates. */
@MessageBundle("task")
public interface TaskWords {
    // TaskPages/list.html

    @Message("What postmortems promised. Owners are told of each task and reminded two days before it is due, on that "
            + "day, a day after and then every week, until it is done or declined.")
    String whatPostmortemsPromisedOwnersAre();

    @Message("All teams")
    String allTeams();

    @Message("Nothing waits for you")
    String nothingWaitsForYou();

    @Message("Tasks of published postmortems that name you as their owner appear here.")
    String tasksOfPublishedPostmortemsThat();

    @Message("See everybody’s")
    String seeEverybodys();

    @Message("Nothing is overdue")
    String nothingIsOverdue();

    @Message("Every promise whose day has passed was kept or declined with a reason.")
    String everyPromiseWhoseDayHas();

    @Message("None here")
    String noneHere();

    @Message("Tasks come from published postmortems.")
    String tasksComeFromPublishedPostmortems();

    @Message("Read them")
    String readThem();

    // TaskPages.java

    @Message("Mine")
    String mine();

    @Message("Overdue")
    String overdue();

    @Message("Open")
    String open();

    @Message("Done")
    String done();

    @Message("Declined")
    String declined();

    @Message("Done. Well done.")
    String doneWellDone();

    @Message("Declined, with your reason on record.")
    String declinedWithYourReasonOnRecord();

    @Message("Open again.")
    String openAgain();

    @Message("Not changed: {why}")
    String notChanged(String why);

    @Message("No team")
    String noTeam();

    // TaskPages.java

    @Message("Say why it will not be done.")
    String sayWhyItWillNotBe();
}
