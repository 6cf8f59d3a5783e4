package dev.tocsin.dashboard.chart;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of charts, as {@code chart:name} in templates. */
@MessageBundle("chart")
public interface ChartWords {
    // Staircase.java

    @Message("{step}: after {wait}, for {length}")
    String afterFor(String step, String wait, String length);

    @Message("Escalation in {steps.counted('step')} over {length}")
    String escalationInOver(int steps, String length);

    // Strip.java

    @Message("{title}, {from} to {to}, {zone}")
    String span(String title, String from, String to, String zone);

    @Message("From")
    String from();

    @Message("To")
    String until();

    @Message("Length")
    String length();

    @Message("nobody")
    String nobody();

    @Message("{words}: {start} to {end}")
    String lasts(String words, String start, String end);

    @Message("{who} (override)")
    String override(String who);

    @Message("{who} (temporary schedule)")
    String temporarySchedule(String who);

    @Message("nobody on call")
    String nobodyOnCall();

    @Message("up")
    String up();

    @Message("slow{#if why}: {why}{/if}")
    String slow(String why);

    @Message("unreachable{#if why}: {why}{/if}")
    String unreachable(String why);

    @Message("down{#if why}: {why}{/if}")
    String down(String why);

    @Message("unknown{#if why}: {why}{/if}")
    String unknown(String why);

    @Message("paused")
    String paused();
}
