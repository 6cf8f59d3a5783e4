package dev.tocsin.dashboard.checks;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the lists of checks, of checks as code and of quiet times, as {@code checks:name} in templates. */
@MessageBundle("checks")
public interface CheckListWords {
    @Message("All at once")
    String allAtOnce();

    // CheckPages/code.html

    @Message("Checks as code")
    String checksAsCode();

    @Message("Checks that live in a file, beside the code they watch.")
    String checksThatLiveInA();

    @Message("Export checks made here")
    String exportChecksMadeHere();

    @Message("No file yet")
    String noFileYet();

    @Message("Set [1] to a YAML file, or a directory of them, and its checks appear here within seconds of each "
            + "edit. They are then changed in the file only; checks made on these pages stay as they are.")
    String setToAYamlFile();

    @Message("The file is not applied")
    String theFileIsNotApplied();

    @Message("The checks of the last good file go on unchanged.")
    String theChecksOfTheLast();

    @Message("Where|Field|What is wrong")
    String whereFieldWhatIsWrong();

    @Message("{#if file}{file}, {/if}line {line}, column {column}")
    String fileLineLineColumnColumn(String file, int line, int column);

    @Message("Field")
    String field();

    @Message("What is wrong")
    String whatIsWrong();

    @Message("A replica still has an older file. It waits: the newer one rules as long as any replica has it.")
    String aReplicaStillHasAn();

    @Message("Last applied")
    String lastApplied();

    @Message("[1]: [2] made, [3] changed, [4] ended, [5] left as they were.")
    String madeChangedEndedLeftAs();

    @Message("Nothing yet.")
    String nothingYet();

    @Message("Replicas")
    String replicas();

    @Message("Nobody has read it yet")
    String nobodyHasReadItYet();

    @Message("It is read every few seconds.")
    String itIsReadEveryFew();

    @Message("File|State|Read")
    String fileStateRead();

    @Message("In force")
    String inForce();

    @Message("Bad")
    String bad();

    @Message("Read")
    String read();

    @Message("Try a file")
    String tryAFile();

    @Message("Says what is wrong, line by line, and what it would change. Nothing is applied, and references to "
            + "secrets are not looked up.")
    String saysWhatIsWrongLine();

    @Message("It is good.")
    String itIsGood();

    @Message("It would make {created}, change {changed}, end {ended} and leave {unchanged} as they are.")
    String itWouldMakeCreatedChange(int created, int changed, int ended, int unchanged);

    @Message("Check|What would happen")
    String checkWhatWouldHappen();

    @Message("What")
    String what();

    @Message("made")
    String made();

    @Message("changed: [1]")
    String changed();

    @Message("ended")
    String ended();

    @Message("line {line}, column {column}")
    String lineLineColumnColumn(int line, int column);

    @Message("The file")
    String theFile();

    @Message("Try it")
    String judgeIt();

    // CheckPages/list.html

    @Message("What is watched, and how it is.")
    String whatIsWatchedAndHow();

    @Message("As code")
    String asCode();

    @Message("New check")
    String newCheck();

    @Message("[1|Our own network is gone] since [2]: checks that get no answer are unknown, not down.")
    String ourOwnNetworkIsGone();

    @Message("We ran {percent}\u00a0% of what we owe you")
    String weRanPercentOfWhat(int percent);

    @Message(
            "[1] in the last [2]: [3] of [4] probes{#if late > 0}, {late} of them late{/if}. A check we do not get to is shown as unknown.")
    String inTheLastOfProbes(long late);

    @Message("at [1]line [2], column [3]: [4] [5]")
    String atLineColumn();

    @Message("[1|The file of checks is bad][2]. The checks of the last good one go on.")
    String theFileOfChecksIs();

    @Message("All that is wrong with it")
    String allThatIsWrongWith();

    @Message("Part of the name")
    String partOfTheName();

    @Message("All services")
    String allServices();

    @Message("All teams")
    String allTeams();

    @Message("No check fits")
    String noCheckFits();

    @Message("Nothing matches these filters.")
    String nothingMatchesTheseFilters();

    @Message("Show all checks")
    String showAllChecks();

    @Message("Nothing is watched yet")
    String nothingIsWatchedYet();

    @Message("A check asks a website, a port or a machine again and again, or waits for a job to call, and pages "
            + "the people of a service when it stops answering. Your first one takes under a minute.")
    String aCheckAsksAWebsite();

    @Message("Create the first check")
    String createTheFirstCheck();

    @Message("Check|State|Since|Last 24 hours|Service|Every")
    String checkStateSinceLastHours();

    @Message("Code")
    String code();

    @Message("Flapping")
    String flapping();

    @Message("Since")
    String since();

    @Message("Last 24 hours")
    String lastHours();

    @Message("Pages nobody")
    String pagesNobody();

    @Message("Detected at worst after")
    String detectedAtWorstAfter();

    // CheckPages/maintenance.html

    @Message("Maintenance of checks")
    String maintenanceOfChecks();

    @Message("While it lasts, checks are probed and recorded, and no alert leaves. The time counts as "
            + "maintenance, not as downtime.")
    String whileItLastsChecksAre();

    @Message("Plan maintenance")
    String planMaintenance();

    @Message("No maintenance of checks planned")
    String nothingPlanned();

    @Message("A window keeps planned work from waking people: now for an hour, or every Sunday at two. Maintenance of "
            + "a service is planned on the service’s own page.")
    String aWindowKeepsPlannedWork();

    @Message("Going on")
    String goingOn();

    @Message("Over")
    String over();

    @Message("Planned")
    String planned();

    @Message("[1] to [2]")
    String to();

    @Message("[1] in [2]")
    String in();

    @Message("by {madeBy}")
    String byMadeBy(String madeBy);

    @Message("End now")
    String endNow();

    @Message("End this maintenance now? What is still down is told with its next probe.")
    String endThisMaintenanceNowWhat();

    @Message("End maintenance")
    String endMaintenance();

    @Message("Delete this window? If it is going on, it ends.")
    String deleteThisWindowIfIt();

    @Message("Delete the window")
    String deleteTheWindow();

    // CheckPages/quiet.html

    @Message("Plan maintenance of checks")
    String planMaintenanceOfChecks();

    @Message("Nothing is hidden: probing and history go on, only the alerts stay here.")
    String nothingIsHiddenProbingAnd();

    @Message("What is being done")
    String whatIsBeingDone();

    @Message("For")
    String forIt();

    @Message("Begins")
    String begins();

    @Message("Empty: now.")
    String emptyNow();

    @Message("For how long")
    String forHowLong();

    @Message("Such as 30m, 2h or 1d; it can be ended earlier.")
    String suchAsMHOr();

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

    // CheckPages/watch.html

    @Message("What do you want to watch?")
    String whatDoYouWantTo();

    @Message("Each opens a form that is filled in but for the address.")
    String eachOpensAFormThat();

    @Message("A website or a port")
    String aWebsiteOrAPort();

    @Message("A machine")
    String aMachine();

    @Message("Jobs and everything else")
    String jobsAndEverythingElse();

    @Message("An empty form")
    String anEmptyForm();

    // CheckListPages.java

    @Message("24 hours")
    String n24Hours();

    @Message("p95 latency by the hour, at most {e6}")
    String p95LatencyByTheHour(String e6);

    @Message("All")
    String all();

    @Message("Down")
    String down();

    @Message("Unreachable")
    String unreachable();

    @Message("Unknown")
    String unknown();

    @Message("Degraded")
    String degraded();

    @Message("Up")
    String up();

    @Message("Paused")
    String paused();

    // CodePages.java

    @Message("Paste a file first.")
    String pasteAFileFirst();

    // QuietClient.java

    @Message("every check")
    String everyCheck();

    // QuietPages.java

    @Message("Once")
    String once();

    @Message("Every day")
    String everyDay();

    @Message("Every week, on that day")
    String everyWeekOnThatDay();

    @Message("Every month, on that date")
    String everyMonthOnThatDate();

    @Message("By a rule of my own")
    String byARuleOfMyOwn();

    @Message("Maintenance begins now. No alert leaves.")
    String maintenanceBeginsNowNoAlertLeaves();

    @Message("Maintenance is planned.")
    String maintenanceIsPlanned();

    @Message("Maintenance has ended. What is still down is told with the next probe.")
    String maintenanceHasEndedWhatIsStill();

    @Message("Deleted. What was maintenance stays maintenance in the figures.")
    String deletedWhatWasMaintenanceStaysMaintenance();

    @Message("Say what is being done.")
    String sayWhatIsBeingDone();

    @Message("Say for how long, such as 30m or 2h.")
    String sayForHowLongSuchAs();

    @Message("A date and a time, or empty for now.")
    String aDateAndATimeOr();

    @Message("Choose what it is for.")
    String chooseWhatItIsFor();

    @Message("this check")
    String thisCheck();

    @Message("The check {name}")
    String theCheck(String name);

    @Message("Every check")
    String everyCheck2();

    @Message("The checks of {service}")
    String theChecksOf(String service);
}
