package dev.tocsin.dashboard.oncall;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about maintenance of services, as {@code maintenance:name} in templates. */
@MessageBundle("maintenance")
public interface MaintenanceWords {
    // MaintenancePages/edit.html

    @Message("Edit maintenance")
    String editMaintenance();

    @Message("Plan maintenance")
    String planMaintenance();

    @Message("Maintenance of {service}")
    String maintenanceOfService(String service);

    @Message("What is done")
    String whatIsDone();

    @Message("Begins")
    String begins();

    @Message("Ends")
    String ends();

    @Message("Rule")
    String rule();

    @Message("What is being done")
    String whatIsBeingDone();

    @Message("Time zone")
    String clock();

    @Message("The window stays at these times when the clocks change.")
    String theWindowStaysAtThese();

    @Message("Repeats")
    String howOften();

    @Message("Own rule")
    String ownRule();

    @Message("Only for a rule of your own, as calendars write it (RFC 5545): FREQ=MONTHLY;BYDAY=1SU is every "
            + "first Sunday.")
    String onlyForARuleOf();

    @Message("Save maintenance")
    String saveMaintenance();

    // MaintenancePages/list.html

    @Message("While a service is being worked on, its incidents are recorded and nobody is paged. If something is "
            + "still broken at the end, its people are paged then.")
    String whileAServiceIsBeing();

    @Message("Windows")
    String windows();

    @Message("Nothing planned")
    String nothingPlanned();

    @Message("A window keeps planned work from waking people: once, or every Saturday night.")
    String aWindowKeepsPlannedWork();

    @Message("Going on")
    String goingOn();

    @Message("Over")
    String over();

    @Message("Planned")
    String planned();

    @Message("[1] to [2]{#if recurring}, again and again{/if}")
    String to(boolean recurring);

    @Message("over")
    String over2();

    @Message("kept quiet: {incidents.counted('incident')}")
    String keptQuietIncidents(int incidents);

    @Message("Start now")
    String startNow();

    @Message("For how long")
    String forHowLong();

    @Message("Such as 30m or 2h; it can be ended earlier.")
    String suchAsMOrH();

    @Message("Start maintenance now")
    String startMaintenanceNow();

    // MaintenancePages/one.html

    @Message("End now")
    String endNow();

    @Message("End this maintenance now? What is still broken pages at once.")
    String endThisMaintenanceNowWhat();

    @Message("End maintenance")
    String endMaintenance();

    @Message("Delete this window? If it is going on, it ends.")
    String deleteThisWindowIfIt();

    @Message("Delete the window")
    String deleteTheWindow();

    @Message("Kept quiet")
    String keptQuiet();

    @Message("Nothing so far")
    String nothingSoFar();

    @Message("Incidents for which nobody was paged because of this window show here.")
    String incidentsForWhichNobodyWas();

    @Message("waiting pages cancelled: {pages}")
    String waitingPagesCancelledPages(int pages);

    @Message("Now")
    String now();

    @Message("Since")
    String since();

    @Message("Then")
    String then();

    @Message("to [1]")
    String to2();

    @Message("Planned by")
    String plannedBy();

    // MaintenanceForm.java

    @Message("Once")
    String once();

    @Message("Every day")
    String everyDay();

    @Message("Every week, on the day of the start")
    String everyWeekOnTheDayOf();

    @Message("Every working day")
    String everyWorkingDay();

    @Message("Every month, on the date of the start")
    String everyMonthOnTheDateOf();

    @Message("By a rule of my own")
    String byARuleOfMyOwn();

    @Message("Say what is being done.")
    String sayWhatIsBeingDone();

    @Message("Say when it begins.")
    String sayWhenItBegins();

    @Message("Say when it ends.")
    String sayWhenItEnds();

    @Message("It must end after it begins.")
    String itMustEndAfterItBegins();

    @Message("Choose a time zone.")
    String chooseATimeZone();

    @Message("Write the rule, such as FREQ=MONTHLY;BYDAY=1SU.")
    String writeTheRuleSuchAsFreq();

    // MaintenancePages.java

    @Message("Say how long, such as 30m or 2h.")
    String sayHowLongSuchAs30();

    @Message("Maintenance has begun: nobody is paged for this service.")
    String maintenanceHasBegunNobodyIsPaged();

    @Message("Maintenance planned.")
    String maintenancePlanned();

    @Message("Maintenance saved.")
    String maintenanceSaved();

    @Message("Maintenance ended. What is still broken pages now.")
    String maintenanceEndedWhatIsStillBroken();

    @Message("Not ended: {why}")
    String notEnded(String why);

    @Message("Maintenance deleted.")
    String maintenanceDeleted();

    @Message("Not deleted: {why}")
    String notDeleted(String why);
}
