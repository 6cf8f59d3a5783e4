package dev.tocsin.dashboard.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Units of time, and how dates are written, in the letters of {@link java.time.format.DateTimeFormatter}. */
@MessageBundle("time")
public interface TimeWords {
    // Units

    @Message("ms")
    String ms();

    @Message("s")
    String s();

    @Message("min")
    String min();

    @Message("h")
    String h();

    @Message("d")
    String d();

    // Dates

    @Message("HH:mm")
    String clock();

    @Message("HH:mm\u00a0z")
    String zoned();

    @Message("HH:mm:ss\u00a0z")
    String exact();

    @Message("d")
    String dayOfMonth();

    @Message("EEEE")
    String weekday();

    @Message("d MMM")
    String day();

    @Message("EEE d MMM uuuu")
    String dayInFull();

    @Message("MMM yy")
    String month();

    @Message("d MMM HH:mm")
    String dayAndClock();

    @Message("EEE d MMM, HH:mm")
    String weekdayAndClock();

    @Message("EEE d MMM, HH:mm\u00a0z")
    String weekdayZoned();

    @Message("EEE d MMM yyyy, HH:mm\u00a0z")
    String weekdayYearZoned();

    @Message("EEE d MMM, HH:mm:ss\u00a0z")
    String weekdayExact();

    @Message("d MMM yyyy, HH:mm:ss\u00a0z")
    String yearExact();

    @Message("d MMM yyyy, HH:mm")
    String yearAndClock();

    @Message("d MMM yyyy, HH:mm\u00a0z")
    String yearZoned();

    // Clockface.java

    @Message("now")
    String now();

    @Message("in {length}")
    String in(String length);

    @Message("{length} ago")
    String ago(String length);
}
