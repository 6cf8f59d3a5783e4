package dev.tocsin.dashboard.calendar;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the calendars page, as {@code calendar:name} in templates. */
@MessageBundle("calendar")
public interface CalendarWords {
    // CalendarPages/list.html

    @Message("Calendars")
    String calendars();

    @Message("Your shifts in your own calendar, two weeks back and a year ahead. Whoever knows such an address "
            + "can read it: keep it to yourself.")
    String yourShiftsInYourOwn();

    @Message("Addresses")
    String addresses();

    @Message("Your calendar’s address.")
    String yourCalendarsAddress();

    @Message("Subscribe to it in your calendar program now; it is not shown again.")
    String subscribeToItInYour();

    @Message("Calendar|Made|Last read|")
    String calendarMadeLastRead();

    @Message("My own shifts")
    String myOwnShifts();

    @Message("Made")
    String made();

    @Message("Last read")
    String lastRead();

    @Message("New address")
    String newAddress();

    @Message("New address for this calendar")
    String newAddressForThisCalendar();

    @Message("Revoke")
    String revoke();

    @Message("Whatever reads this address finds nothing from now on.")
    String whateverReadsThisAddressFinds();

    @Message("Revoke the address")
    String revokeTheAddress();

    @Message("No calendar yet")
    String noCalendarYet();

    @Message("Make an address below and subscribe to it: Google, Apple, Outlook and Thunderbird read it and keep "
            + "it fresh.")
    String makeAnAddressBelowAnd();

    @Message("New calendar of")
    String newCalendarOf();

    @Message("My own shifts, in every schedule")
    String myOwnShiftsInEvery();

    @Message("Make an address")
    String makeAnAddress();

    // CalendarPages.java

    @Message("Calendar address revoked. Whoever still asks for it finds nothing.")
    String calendarAddressRevokedWhoeverStillAsks();

    @Message("Whatever reads the present address finds nothing there any more.")
    String whateverReadsThePresentAddress();

    @Message("Make a new address")
    String makeANewAddress();
}
