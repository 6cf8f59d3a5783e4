package dev.tocsin.dashboard.response;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of MTA and MTR, as {@code response:name} in templates. */
@MessageBundle("response")
public interface ResponseWords {
    // ResponsePages/incidents.html

    @Message("Behind the figures")
    String behindTheFigures();

    @Message("MTA and MTR")
    String mtaAndMtr();

    @Message("Which incidents")
    String whichIncidents();

    @Message("No incident of these days belongs here.")
    String noIncidentOfTheseDays();

    @Message("Back to the figures")
    String backToTheFigures();

    @Message("Incident|Severity|Triggered|#To acknowledge|#To resolve")
    String incidentSeverityTriggeredToAcknowledge();

    @Message("given [1]")
    String given();

    @Message("To acknowledge")
    String toAcknowledge();

    @Message("To resolve")
    String toResolve();

    @Message("by itself")
    String byItself();

    @Message("open")
    String open();

    // ResponsePages/response.html

    @Message("How fast we answer, and how fast it ends. MTA is the mean time from an incident’s creation to its "
            + "acknowledgement, MTR to its resolution; elsewhere they are called MTTA and MTTR.")
    String howFastWeAnswerAnd();

    @Message("By")
    String by();

    @Message("Show")
    String show();

    @Message("MTA")
    String mta();

    @Message("MTR")
    String mtr();

    @Message("MTR, by people")
    String mtrByPeople();

    @Message("MTR, by themselves")
    String mtrByThemselves();

    @Message("Given to them")
    String givenToThem();

    @Message("Show them")
    String showThem();

    @Message("Left out, and why")
    String leftOutAndWhy();

    @Message("{neverAcknowledged} never acknowledged")
    String neverAcknowledgedNeverAcknowledged(int neverAcknowledged);

    @Message("resolved without an acknowledgement: not in the MTA, and not zero in it")
    String resolvedWithoutAnAcknowledgementNot();

    @Message("{waiting} waiting")
    String waitingWaiting(int waiting);

    @Message("open, nobody has acknowledged yet: not in the MTA so far")
    String openNobodyHasAcknowledgedYet();

    @Message("{byOthers} acknowledged by others")
    String byOthersAcknowledgedByOthers(int byOthers);

    @Message("given to this person, taken by somebody else")
    String givenToThisPersonTaken();

    @Message("{open} open")
    String openOpen(int open);

    @Message("not in the MTR so far")
    String notInTheMtrSo();

    @Message("{invalid} invalid")
    String invalidInvalid(int invalid);

    @Message("an end lies before its start: in no figure")
    String anEndLiesBeforeIts();

    @Message("Time to acknowledge")
    String timeToAcknowledge();

    @Message("Median {median}, p90 {p90}, mean {mean}, n\u00a0=\u00a0{n}")
    String medianMedianP90P90Mean(String median, String p90, String mean, int n);

    @Message("median")
    String median();

    @Message("How it is computed")
    String howItIsComputed();

    @Message("Time to resolve")
    String timeToResolve();

    @Message("Nothing to measure")
    String nothingToMeasure();

    @Message("No incident was triggered in these days.")
    String noIncidentWasTriggeredIn();

    @Message("Name|#Incidents|MTA|MTR|Left out")
    String nameIncidentsMtaMtrLeft();

    @Message("Left out")
    String leftOut();

    @Message("nothing")
    String nothing();

    @Message("{others} more with fewer incidents; the CSV has them all.")
    String othersMoreWithFewerIncidents(int others);

    @Message("An incident counts for everybody it was given to, so these can add up to more than all incidents.")
    String anIncidentCountsFor();

    // BehindPages.java

    @Message("All")
    String all();

    @Message("Every incident triggered in these days.")
    String everyIncidentTriggeredInTheseDays();

    @Message("In the MTA")
    String inTheMta();

    @Message("Acknowledged, so they make the time to acknowledge.")
    String acknowledgedSoTheyMakeTheTime();

    @Message("In the MTR")
    String inTheMtr();

    @Message("Resolved, so they make the time to resolve.")
    String resolvedSoTheyMakeTheTime();

    @Message("Never acknowledged")
    String neverAcknowledged();

    @Message("Resolved and never acknowledged: left out of the MTA, not zero in it.")
    String resolvedAndNeverAcknowledgedLeftOut();

    @Message("Waiting")
    String waiting();

    @Message("Open and not acknowledged yet: not in the MTA so far.")
    String openAndNotAcknowledgedYetNot();

    @Message("Open")
    String open2();

    @Message("Not resolved yet: not in the MTR so far.")
    String notResolvedYetNotInThe();

    @Message("By themselves")
    String byThemselves();

    @Message("Closed by their source or a time limit, not by a person.")
    String closedByTheirSourceOrA();

    @Message("Invalid")
    String invalid();

    @Message("An end lies before its start: in no figure.")
    String anEndLiesBeforeItsStart();

    @Message("By others")
    String byOthers();

    @Message("Given to this person and acknowledged by somebody else.")
    String givenToThisPersonAndAcknowledged();

    @Message("Unasked")
    String unasked();

    @Message("Acknowledged by this person though never given to them.")
    String acknowledgedByThisPersonThoughNever();

    // Breakdowns.java

    @Message("none in the period before")
    String noneBefore();

    @Message("period before {mean}, n\u00a0=\u00a0{n}")
    String beforeN(String mean, long n);

    @Message("median {median}, p90 {p90}, n\u00a0=\u00a0{n}")
    String medianP90N(String median, String p90, long n);

    @Message("{n} never acknowledged")
    String neverAcknowledged2(int n);

    @Message("{n} acknowledged by others")
    String acknowledgedByOthers(int n);

    @Message("{n} waiting")
    String waiting2(int n);

    @Message("{n} open")
    String open3(int n);

    // ResponsePages.java

    @Message("Week")
    String week();

    @Message("Month")
    String month();

    @Message("By team")
    String byTeam();

    @Message("By service")
    String byService();

    @Message("By person")
    String byPerson();

    @Message("By severity")
    String bySeverity();

    // ResponseTrend.java

    @Message("{name} over the last {n} weeks, this week {now}")
    String overTheLastWeeksThisWeek(String name, long n, String now);

    @Message("none yet")
    String noneYet();

    @Message("none the week before")
    String noneTheWeekBefore();

    @Message("last week {length}")
    String lastWeek(String length);

    @Message("none")
    String none();

    // Trend.java

    @Message("Week of")
    String weekOf();

    @Message("Median")
    String median2();

    @Message("Mean")
    String mean();

    @Message("{measure} by month")
    String byMonth(String measure);

    @Message("{measure} by week")
    String byWeek(String measure);

    @Message("{bucket}: nothing to measure")
    String nothingToMeasure2(String bucket);

    @Message("{bucket}: median {median}, p90 {p90}, {incidents.counted('incident')}")
    String medianP90(String bucket, String median, String p90, int incidents);

    @Message("{missed} never acknowledged, {open} open")
    String neverAcknowledgedOpen(int missed, int open);

    @Message("{first} to {last}")
    String daysFromTo(String first, String last);
}
