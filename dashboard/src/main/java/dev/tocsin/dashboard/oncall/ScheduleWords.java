package dev.tocsin.dashboard.oncall;

import java.time.ZoneId;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about schedules, as {@code schedule:name} in templates. */
@MessageBundle("schedule")
public interface ScheduleWords {
    // SchedulePages/edit.html

    @Message("Edit schedule")
    String editSchedule();

    @Message("New schedule")
    String newSchedule();

    @Message("People take turns; the handoff keeps its hour when the clocks change.")
    String peopleTakeTurnsTheHandoff();

    @Message("Zone")
    String zone();

    @Message("[1], from [2]: [3]")
    String from();

    @Message("What this changes in the next 8 weeks")
    String whatThisChangesInThe();

    @Message("Nobody gains or loses a shift.")
    String nobodyGainsOrLosesA();

    @Message("Nobody on call any more from {gap}")
    String nobodyOnCallAnyMore(String gap);

    @Message("Gap closed")
    String gapClosed();

    @Message("from {gap}")
    String fromGap(String gap);

    @Message("Who|Gains|Loses|#Hours before|#Hours after|#Balance")
    String whoGainsLosesHoursBefore();

    @Message("Gains")
    String gains();

    @Message("and {moreGained} more")
    String andMoreGainedMore(int moreGained);

    @Message("nothing")
    String nothing();

    @Message("Loses")
    String loses();

    @Message("and {moreLost} more")
    String andMoreLostMore(int moreLost);

    @Message("Hours before")
    String hoursBefore();

    @Message("Hours after")
    String hoursAfter();

    @Message("Balance")
    String balance();

    @Message("Such as Payments, primary.")
    String suchAsPaymentsPrimary();

    @Message("The schedule lives in this zone, wherever its people are.")
    String theScheduleLivesInThis();

    @Message("The layer on top wins. Where it does not work, the next one shows through.")
    String theLayerOnTopWins();

    @Message("{layer}{#if row == 0} (on top){/if}")
    String placed(String layer, int row);

    @Message("Rotation")
    String rotation();

    @Message("{lead}Rotates")
    String leadRotates(String lead);

    @Message("{lead}Every")
    String leadEvery(String lead);

    @Message("Hours, days, weeks or months a turn lasts.")
    String hoursDaysWeeksOrMonths();

    @Message("{lead}First handoff")
    String leadFirstHandoff(String lead);

    @Message(
            "Wall time in the schedule’s zone, past or to come. The first person takes over then, and every turn after it keeps "
                    + "this day and hour.")
    String wallTimeInTheSchedules();

    @Message("Members take over in this order. Leave one empty to drop it.")
    String membersTakeOverInThis();

    @Message("{lead}Member {i}")
    String leadMemberI(String lead, int i);

    @Message("{lead}member {i}")
    String leadMemberI2(String lead, int i);

    @Message("Add member")
    String addMember();

    @Message("{lead}Name, hours, start and end")
    String leadNameHoursStartAnd(String lead);

    @Message("{lead}Layer is called")
    String leadLayerIsCalled(String lead);

    @Message("{lead}Works only on, window {i}")
    String leadWorksOnlyOnWindow(String lead, int i);

    @Message("{lead}Window {i} from")
    String leadWindowIFrom(String lead, int i);

    @Message("{lead}Window {i} to")
    String leadWindowITo(String lead, int i);

    @Message("Not later than its start: on the next day.")
    String notLaterThanItsStart();

    @Message("{lead}window {i}")
    String leadWindowI(String lead, int i);

    @Message("Only at certain hours")
    String onlyAtCertainHours();

    @Message("{lead}Counts from")
    String leadCountsFrom(String lead);

    @Message("Else from the first handoff.")
    String elseFromTheFirstHandoff();

    @Message("{lead}Counts until")
    String leadCountsUntil(String lead);

    @Message("Else for ever.")
    String elseForEver();

    @Message("layer {layer}")
    String layerLayer(String layer);

    @Message("Add a layer on top")
    String addALayerOnTop();

    @Message("Takes effect")
    String takesEffect();

    @Message("Wall time in the schedule’s zone; else at once. Until then everything stays as it is.")
    String wallTimeInTheSchedulesZoneElse();

    @Message("Preview")
    String preview();

    @Message("Nobody on call from {dated} to {dated2}")
    String nobodyOnCallFromDated(String dated, String dated2);

    @Message("Create schedule")
    String createSchedule();

    @Message("Save these changes")
    String saveTheseChanges();

    @Message("Save schedule")
    String saveSchedule();

    @Message("Preview shifts")
    String previewShifts();

    // SchedulePages/one.html

    @Message("Put in my calendar")
    String putInMyCalendar();

    @Message("Delete this schedule? Policies that page it must page something else first.")
    String deleteThisSchedulePoliciesThat();

    @Message("Delete the schedule")
    String deleteTheSchedule();

    @Message("from {from} to {to}")
    String gapFromTo(String from, String to);

    @Message("at {n} more times")
    String atNMoreTimes(Integer n);

    @Message("Length")
    String length();

    @Message("Drawn in {zone}; a day on which the clocks change is 23 or 25 hours long. Overrides and temporary "
            + "schedules are hatched.")
    String drawnInZoneADay(ZoneId zone);

    @Message("Days")
    String days();

    @Message("Earlier")
    String earlier();

    @Message("Today")
    String today();

    @Message("Later")
    String later();

    @Message("Too many shifts to draw: choose fewer days.")
    String tooManyShiftsToDraw();

    @Message("Shifts")
    String shifts();

    @Message("Who|From|To")
    String whoFromTo();

    @Message("Override")
    String override();

    @Message("Temporary")
    String temporary();

    @Message("earlier")
    String earlier2();

    @Message("later")
    String later2();

    @Message("and {more.counted('shift')} more.")
    String andMoreMore(int more);

    @Message("Overrides")
    String overrides();

    @Message("No override ahead")
    String noOverrideAhead();

    @Message("When somebody stands in for an hour or a week, add an override; the rotation stays as it is.")
    String whenSomebodyStandsInFor();

    @Message("[1] to [2]")
    String fromTo();

    @Message("Remove the override by {person}")
    String removeTheOverrideByPerson(String person);

    @Message("Temporary schedules")
    String temporarySchedules();

    @Message("No temporary schedule ahead")
    String noTemporaryScheduleAhead();

    @Message("For a move or the holidays: fixed shifts that replace everything for a while.")
    String forAMoveOrThe();

    @Message("Add a temporary schedule")
    String addATemporarySchedule();

    @Message("[1] to [2], {shifts.counted('shift')}")
    String fromToShifts(int shifts);

    @Message("Take back")
    String takeBack();

    @Message("Take back {temporary}")
    String takeBackTemporary(String temporary);

    @Message("Add another")
    String addAnother();

    @Message("Layers, the top one wins")
    String layersTheTopOneWins();

    @Message("Turns")
    String turns();

    @Message("Handoff")
    String handoff();

    @Message("Only")
    String only();

    @Message("Counts from")
    String countsFrom();

    @Message("Counts until")
    String countsUntil();

    @Message("In order")
    String inOrder();

    @Message("Add an override")
    String addAnOverride();

    @Message("What happens")
    String whatHappens();

    @Message("Who")
    String who();

    @Message("In whose place")
    String inWhosePlace();

    @Message("Whoever is on call")
    String whoeverIsOnCall();

    @Message("Only when somebody stands in.")
    String onlyWhenSomebodyStandsIn();

    @Message("Until")
    String until();

    @Message("Add override")
    String addOverride();

    // SchedulePages/temporary.html

    @Message("Temporary schedule")
    String temporarySchedule();

    @Message("From its start to its end only these shifts count, whatever layers and overrides say.")
    String fromItsStartToIts();

    @Message("What it is for")
    String whatItIsFor();

    @Message("Such as Office move, or Christmas.")
    String suchAsOfficeMoveOr();

    @Message("At most 150. While there is no shift, nobody is on call. Shifts may overlap: then several people are "
            + "paged.")
    String atMostWhereNoShift();

    @Message("Shift {i}: who")
    String shiftIWho(int i);

    @Message("Shift {i}: from")
    String shiftIFrom(int i);

    @Message("Shift {i}: until")
    String shiftIUntil(int i);

    @Message("shift {i}")
    String shiftI(int i);

    @Message("Add shift")
    String addShift();

    @Message("Add temporary schedule")
    String addTemporarySchedule();

    @Message("The rotation holds again for this time, from now on.")
    String theRotationHoldsAgain();

    @Message("Remove the override")
    String removeTheOverride();

    @Message("The layers hold again for this time, from now on.")
    String theLayersHoldAgain();

    @Message("Take the schedule back")
    String takeTheScheduleBack();
}
