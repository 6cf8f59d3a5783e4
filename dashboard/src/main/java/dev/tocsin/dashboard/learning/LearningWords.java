package dev.tocsin.dashboard.learning;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the figures about postmortems, as {@code learning:name} in templates. */
@MessageBundle("learning")
public interface LearningWords {
    // LearningPages/figures.html

    @Message("How we learn")
    String howWeLearn();

    @Message("How soon reports are out, whether promises are kept, and what keeps happening.")
    String howSoonReportsAreOut();

    @Message("Show")
    String show();

    @Message("Time to publish")
    String timeToPublish();

    @Message("Published in time")
    String publishedInTime();

    @Message("Tasks done in time")
    String tasksDoneInTime();

    @Message("Reports")
    String reports();

    @Message("{published} published")
    String publishedPublished(int published);

    @Message("Left out, and why")
    String leftOutAndWhy();

    @Message("[1] not due yet [2|Counted once they are due.]")
    String notDueYetInNo();

    @Message("[1] declined [2|Not counted: somebody said why there is nothing to learn.]")
    String declinedSomebodySaidWhyThere();

    @Message("[1] not due yet, [2] declined [3|Not counted, nor are tasks withdrawn or without a day.]")
    String notDueYetDeclinedIn();

    @Message("[1] dated before the end of the incident [2|No time can be computed.]")
    String datedBeforeTheEndOf();

    @Message("median")
    String median();

    @Message("How it is computed")
    String howItIsComputed();

    @Message("Published in time, %")
    String publishedInTime2();

    @Message("Tasks done in time, %")
    String tasksDoneInTime2();

    @Message("Causes by tag")
    String causesByTag();

    @Message("No tags yet")
    String noTagsYet();

    @Message("Tags are given in the editor, below the TL;DR.")
    String tagsAreGivenInThe();

    @Message("Tag|#Reports")
    String tagReports();

    @Message("By team")
    String byTeam();

    @Message("Nothing to measure")
    String nothingToMeasure();

    @Message("No incident of these days has a report.")
    String noIncidentOfTheseDays();

    @Message("Team|#Reports|Time to publish|Published in time|Tasks done in time")
    String teamReportsTimeToPublish();

    // Charts.java

    @Message("{quarter}: no report was due")
    String noReportWasDue(String quarter);

    @Message("{quarter}: {percent}, {kept} of {of} reports")
    String reportsInTime(String quarter, String percent, int kept, int of);

    @Message("{quarter}: no task was due")
    String noTaskWasDue(String quarter);

    @Message("{quarter}: {percent}, {kept} of {of} tasks")
    String tasksInTime(String quarter, String percent, int kept, int of);

    // Charts.java

    @Message("Reports published in time by quarter, in percent")
    String reportsPublishedInTimeByQuarter();

    @Message("{waiting} not due yet, {declined} declined")
    String notDueYetDeclined(int waiting, int declined);

    @Message("Tasks done in time by quarter, in percent")
    String tasksDoneInTimeByQuarter();

    @Message("{quarter}: nothing published")
    String nothingPublished(String quarter);

    @Message("{quarter}: median {median}, p90 {p90}, n\u00a0=\u00a0{n}")
    String medianP90N(String quarter, String median, String p90, int n);

    @Message("{reports} dated before the end")
    String datedBeforeTheEnd(int reports);

    @Message("Time from resolution to publication by quarter")
    String timeFromResolutionToPublicationBy();

    @Message("Quarter")
    String quarter();

    @Message("Median")
    String median2();

    @Message("Left out")
    String leftOut();

    @Message("In time")
    String inTime();

    @Message("Share")
    String share();

    // Days.java

    @Message("{number} day{#if days != 1}s{/if}")
    String days(String number, double days);

    // FiguresClient.java

    @Message("No team")
    String noTeam();

    @Message("{kept} of {all}")
    String keptOf(int kept, int all);

    // Charts.java

    @Message("Q{number} {year}")
    String quarterOf(int number, int year);
}
