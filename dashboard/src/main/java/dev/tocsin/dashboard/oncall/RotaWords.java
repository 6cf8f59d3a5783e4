package dev.tocsin.dashboard.oncall;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of rotations, overrides and temporary schedules, as {@code rota:name} in templates. */
@MessageBundle("rota")
public interface RotaWords {
    // ChangeWords.java

    @Message("{start} to {end}")
    String stretch(String start, String end);

    // LayerRow.java

    @Message("Name the layer, such as Nights.")
    String nameTheLayerSuchAsNights();

    @Message("A whole number: how many hours (to 168), days, weeks or months (to 52) a turn lasts.")
    String aWholeNumberHowManyHours();

    @Message("Say when the first person takes over.")
    String sayWhenTheFirstPersonTakes();

    @Message("Not a date and time.")
    String notADateAndTime();

    @Message("Choose at least one person.")
    String chooseAtLeastOnePerson();

    @Message("Choose days, and times such as 09:00 and 17:00.")
    String chooseDaysAndTimesSuchAs();

    // OverridePages.java

    @Message("Override added.")
    String overrideAdded();

    @Message("Override removed. The rotation holds again.")
    String overrideRemovedTheRotationHoldsAgain();

    @Message("Not removed: {why}")
    String notRemoved(String why);

    @Message("Choose whom it is about.")
    String chooseWhomItIsAbout();

    // RotaPages.java

    @Message("Somebody stands in")
    String somebodyStandsIn();

    @Message("Somebody is on call too")
    String somebodyIsOnCallToo();

    @Message("Somebody is off")
    String somebodyIsOff();

    @Message("Two weeks")
    String twoWeeks();

    @Message("A month")
    String aMonth();

    @Message("Three months")
    String threeMonths();

    // ScheduleForm.java

    @Message("Rotation")
    String rotation();

    @Message("Layer {n}")
    String layer(int n);

    @Message("Give the schedule a name.")
    String giveTheScheduleAName();

    @Message("Choose the team it belongs to.")
    String chooseTheTeamItBelongsTo();

    @Message("Choose a time zone, such as Europe/Berlin.")
    String chooseATimeZoneSuchAs();

    @Message("Add at least one layer.")
    String addAtLeastOneLayer();

    // SchedulePages.java

    @Message("Hourly")
    String hourly();

    @Message("Daily")
    String daily();

    @Message("Weekly")
    String weekly();

    @Message("Monthly")
    String monthly();

    @Message("Schedule created.")
    String scheduleCreated();

    @Message("Schedule saved. Who was on call until now stays as it was.")
    String scheduleSavedWhoWasOnCall();

    @Message("Schedule deleted.")
    String scheduleDeleted();

    @Message("Not deleted: {why}")
    String notDeleted(String why);

    @Message("As it would be")
    String asItWouldBe();

    // TemporaryPages.java

    @Message("Temporary schedule added. In its window only its shifts count.")
    String temporaryScheduleAddedInItsWindow();

    @Message("Temporary schedule taken back. The layers hold again.")
    String temporaryScheduleTakenBackTheLayers();

    @Message("Not taken back: {why}")
    String notTakenBack(String why);

    @Message("Say what it is for, such as Office move.")
    String sayWhatItIsForSuch();

    @Message("Add at least one shift.")
    String addAtLeastOneShift();

    @Message("Choose a person.")
    String chooseAPerson();

    // WindowFields.java

    @Message("Say from when.")
    String sayFromWhen();

    @Message("Say until when.")
    String sayUntilWhen();

    @Message("It must end after it begins.")
    String itMustEndAfterItBegins();

    // Words.java

    @Message("at {time}")
    String at(String time);

    @Message("day {day} at {time}")
    String onDateAt(int day, String time);

    @Message("{day} at {time}")
    String onDayAt(String day, String time);

    @Message("Every {#if n == 1}hour{#else}{n} hours{/if}")
    String everyHours(int n);

    @Message("Every {#if n == 1}day{#else}{n} days{/if}")
    String everyDays(int n);

    @Message("Every {#if n == 1}month{#else}{n} months{/if}")
    String everyMonths(int n);

    @Message("Every {#if n == 1}week{#else}{n} weeks{/if}")
    String everyWeeks(int n);

    @Message("every day")
    String everyDay();

    @Message("{days}, {from} to {to}")
    String window(String days, Object from, Object to);

    @Message("{days}, {from} to {to} the next day")
    String windowOverNight(String days, Object from, Object to);

    @Message("{who} is on call too")
    String isOnCallToo(String who);

    @Message("{who} is off")
    String isOff(String who);

    @Message("{who} stands in")
    String standsIn(String who);

    @Message("{who} stands in for {name}")
    String standsInFor(String who, String name);
}
