package dev.tocsin.oncall.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalWriter;
import biweekly.property.ICalProperty;
import biweekly.util.Duration;
import dev.tocsin.oncall.schedule.OnCall.Book;
import dev.tocsin.oncall.schedule.OnCall.OnDuty;
import dev.tocsin.oncall.schedule.OnCall.Turn;

/** Writes schedules as an iCalendar. The same schedules give the same text, whoever reads it and wherever. Pure. */
final class CalendarText {
    private final ICalendar calendar = new ICalendar();
    private final Map<ZoneId, TimezoneAssignment> zones = new HashMap<>();
    private final Instant from;
    private final Instant to;
    private final String pages;

    /** @param pages where schedules can be looked at, such as https://tocsin.example.com/schedules/ */
    private CalendarText(String name, Instant from, Instant to, String pages) {
        this.from = from;
        this.to = to;
        this.pages = pages;
        calendar.setProductId("-//Tocsin//On call//EN");
        calendar.setName(name);
        calendar.addExperimentalProperty("X-WR-CALNAME", name);
        calendar.setRefreshInterval(Duration.builder().hours(1).build()).setParameter("VALUE", "DURATION");
    }

    /** The shifts of one person in whichever schedule. */
    static String ofPerson(UUID person, String name, List<Book> books, Instant from, Instant to, String pages) {
        var text = new CalendarText("On call: " + name, from, to, pages);
        for (var book : books) {
            book.turns().stream()
                    .filter(turn -> turn.who().person().equals(person))
                    .forEach(turn ->
                            text.add(book, turn, "On call: " + book.schedule().name()));
        }
        return text.written();
    }

    /** Everybody's shifts in one schedule, and where nobody is on call. */
    static String ofSchedule(Book book, Map<UUID, String> names, Instant from, Instant to, String pages) {
        var text = new CalendarText(book.schedule().name(), from, to, pages);
        for (var turn : book.turns())
            text.add(
                    book,
                    turn,
                    "%s: %s"
                            .formatted(
                                    names.get(turn.who().person()),
                                    book.schedule().name()));
        for (var gap : book.empty()) {
            var event = text.event(book, "nobody", gap.start(), gap.end());
            event.setSummary("Nobody on call: " + book.schedule().name());
        }
        return text.written();
    }

    private void add(Book book, Turn turn, String summary) {
        var event = event(book, turn.who().person().toString(), turn.start(), turn.end());
        event.setSummary(summary);
        event.setDescription(words(turn.who()));
    }

    private VEvent event(Book book, String who, Instant start, Instant end) {
        var event = new VEvent();
        event.setUid("%s-%s-%d@tocsin".formatted(book.schedule().id(), who, start.getEpochSecond()));
        event.setDateTimeStamp(Date.from(book.changedAt()));
        inZone(event.setDateStart(Date.from(start)), start, book.zone());
        inZone(event.setDateEnd(Date.from(end)), end, book.zone());
        event.setUrl(pages + book.schedule().id());
        event.setTransparency(true);
        calendar.addEvent(event);
        return event;
    }

    /** A wall time shown twice means the first to every reader: the second is written in UTC, as is all of UTC. */
    private void inZone(ICalProperty property, Instant at, ZoneId zone) {
        var local = at.atZone(zone);
        if (zone.getId().equals("UTC") || !local.withEarlierOffsetAtOverlap().equals(local)) return;
        var described = zones.computeIfAbsent(zone, id -> ZoneText.of(id, from, to));
        calendar.getTimezoneInfo().setTimezone(property, described);
    }

    private static String words(OnDuty who) {
        return switch (who.because()) {
            case LAYER -> "Turn in the layer " + who.layer();
            case OVERRIDE -> "Override";
            case TEMPORARY -> "Temporary schedule";
        };
    }

    private String written() {
        var text = new StringWriter();
        try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Folding.folded(text.toString());
    }
}
