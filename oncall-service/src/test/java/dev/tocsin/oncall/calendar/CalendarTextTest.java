package dev.tocsin.oncall.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import biweekly.Biweekly;
import biweekly.ICalendar;
import dev.tocsin.oncall.Ref;
import dev.tocsin.oncall.schedule.OnCall.Because;
import dev.tocsin.oncall.schedule.OnCall.Book;
import dev.tocsin.oncall.schedule.OnCall.OnDuty;
import dev.tocsin.oncall.schedule.OnCall.Stretch;
import dev.tocsin.oncall.schedule.OnCall.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CalendarTextTest {
    private static final UUID SCHEDULE = UUID.fromString("5c000000-0000-0000-0000-000000000001");
    private static final UUID ZOE = UUID.fromString("a0000000-0000-0000-0000-000000000001");
    private static final Instant CHANGED = Instant.parse("2026-10-01T12:00:00Z");
    private static final Instant FROM = Instant.parse("2026-10-20T00:00:00Z");
    private static final Instant TO = Instant.parse("2027-10-20T00:00:00Z");
    private static final DateTimeFormatter LOCAL_TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final DateTimeFormatter UTC_TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");
    private static final String PAGES = "https://tocsin.example.com/schedules/";

    @Test
    void aShiftStandsInTheSchedulesZone() {
        var text = ofPerson("Payments", "Europe/Berlin", "2026-10-26T08:00:00Z", "2026-11-02T08:00:00Z");

        assertThat(unfolded(text).lines())
                .contains(
                        "DTSTART;TZID=Europe/Berlin:20261026T090000",
                        "DTEND;TZID=Europe/Berlin:20261102T090000",
                        "UID:" + SCHEDULE + "-" + ZOE + "-1793001600@tocsin",
                        "DTSTAMP:20261001T120000Z",
                        "SUMMARY:On call: Payments",
                        "URL:https://tocsin.example.com/schedules/" + SCHEDULE,
                        "TRANSP:TRANSPARENT");
    }

    @Test
    void theZoneIsDescribedWithEveryClockChangeOfTheYear() {
        var text = unfolded(ofPerson("Payments", "Europe/Berlin", "2026-10-26T08:00:00Z", "2026-11-02T08:00:00Z"));

        assertThat(text).containsSubsequence("BEGIN:VTIMEZONE\r\n", "TZID:Europe/Berlin\r\n", "END:VTIMEZONE\r\n");
        assertThat(text).contains("""
                BEGIN:STANDARD
                DTSTART:20261025T030000
                TZOFFSETFROM:+0200
                TZOFFSETTO:+0100
                END:STANDARD
                """.replace("\n", "\r\n"));
        assertThat(text).contains("""
                BEGIN:DAYLIGHT
                DTSTART:20270328T020000
                TZOFFSETFROM:+0100
                TZOFFSETTO:+0200
                END:DAYLIGHT
                """.replace("\n", "\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "America/New_York",
                "Australia/Lord_Howe",
                "Asia/Kolkata",
                "America/Santiago",
                "UTC",
                "Africa/Casablanca",
                "Asia/Kathmandu"
            })
    void aReaderWhoKnowsNoZonesFindsTheSameInstants(String zone) {
        for (var at = FROM; at.isBefore(TO); at = at.plusSeconds(3600 * 7)) {
            var lines = unfolded(ofPerson(
                            "Payments",
                            zone,
                            at.toString(),
                            at.plusSeconds(3600).toString()))
                    .lines()
                    .toList();
            assertThat(instant(lines, "DTSTART")).as(zone).isEqualTo(at);
            assertThat(instant(lines, "DTEND")).as(zone).isEqualTo(at.plusSeconds(3600));
        }
    }

    /** Reads as RFC 5545, section 3.6.5, says: the offset of the observance whose onset is the last before the time. */
    private static Instant instant(List<String> lines, String property) {
        var event = lines.subList(lines.indexOf("BEGIN:VEVENT"), lines.size());
        var line = event.stream()
                .filter(text -> text.startsWith(property))
                .findFirst()
                .orElseThrow();
        var value = line.substring(line.lastIndexOf(':') + 1);
        if (value.endsWith("Z")) return LocalDateTime.parse(value, UTC_TIME).toInstant(ZoneOffset.UTC);
        var local = LocalDateTime.parse(value, LOCAL_TIME);
        var onsets = new TreeMap<LocalDateTime, ZoneOffset>();
        for (var i = 0; i < lines.size(); i++) {
            if (!lines.get(i).matches("BEGIN:(STANDARD|DAYLIGHT)")) continue;
            var onset = LocalDateTime.parse(lines.get(i + 1).substring("DTSTART:".length()), LOCAL_TIME);
            onsets.put(onset, ZoneOffset.of(lines.get(i + 3).substring("TZOFFSETTO:".length())));
        }
        return local.toInstant(onsets.floorEntry(local).getValue());
    }

    @Test
    void theSecondOfTwoEqualWallTimesIsWrittenInUtc() {
        var text = unfolded(ofPerson("Payments", "Europe/Berlin", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"));

        assertThat(text)
                .contains("DTSTART;TZID=Europe/Berlin:20261025T023000\r\n")
                .contains("DTEND:20261025T013000Z\r\n");
    }

    @Test
    void namesAreEscapedAndComeBackAsTheyWere() {
        var name = "O'Brien & Søn; nights, \"late\" \\ early\nand 夜勤 🚒";

        var text = ofPerson(name, "Europe/Berlin", "2026-10-26T08:00:00Z", "2026-11-02T08:00:00Z");

        assertThat(unfolded(text))
                .contains("SUMMARY:On call: O'Brien & Søn\\; nights\\, \"late\" \\\\ early\\nand 夜勤 🚒\r\n");
        assertThat(read(text).getEvents().getFirst().getSummary().getValue()).isEqualTo("On call: " + name);
    }

    @Test
    void noLineIsLongerThan75OctetsAndNoCharacterIsTorn() {
        var name = "Übernächtigungsüberwachungsänderungsgebühr 夜間当直 夜間当直 夜間当直 夜間当直 🚒🚒🚒🚒🚒🚒🚒🚒🚒🚒🚒🚒";
        var text = ofPerson(name, "America/Argentina/Buenos_Aires", "2026-10-26T08:00:00Z", "2026-11-02T08:00:00Z");

        assertThat(text).endsWith("END:VCALENDAR\r\n").doesNotContain("\n\n");
        for (var line : text.split("\r\n")) {
            var octets = line.getBytes(StandardCharsets.UTF_8);
            assertThat(octets.length).as(line).isLessThanOrEqualTo(75);
            assertThat(new String(octets, StandardCharsets.UTF_8))
                    .doesNotContain("\uFFFD")
                    .isEqualTo(line);
        }
        assertThat(text).as("a bare line feed ends no line").doesNotContainPattern("[^\\r]\\n");
        assertThat(read(text).getEvents().getFirst().getSummary().getValue()).isEqualTo("On call: " + name);
    }

    @Test
    void aScheduleNamesEverybodyAndItsGaps() {
        var book = new Book(
                new Ref(SCHEDULE, "Payments"),
                ZoneId.of("UTC"),
                CHANGED,
                List.of(turn("2026-10-26T08:00:00Z", "2026-11-02T08:00:00Z")),
                List.of(new Stretch(
                        Instant.parse("2026-11-02T08:00:00Z"), Instant.parse("2026-11-03T08:00:00Z"), List.of())));

        var events = read(CalendarText.ofSchedule(book, Map.of(ZOE, "Zoë"), FROM, TO, PAGES))
                .getEvents();

        assertThat(events)
                .extracting(event -> event.getSummary().getValue())
                .containsExactly("Zoë: Payments", "Nobody on call: Payments");
    }

    @Test
    void thePlainRulesOfFoldingHold() {
        assertThat(Folding.folded("x".repeat(75) + "\r\n")).isEqualTo("x".repeat(75) + "\r\n");
        assertThat(Folding.folded("x".repeat(76) + "\r\n")).isEqualTo("x".repeat(75) + "\r\n x\r\n");
        assertThat(Folding.folded("x".repeat(74) + "é\r\n")).isEqualTo("x".repeat(74) + "\r\n é\r\n");
    }

    private static String ofPerson(String schedule, String zone, String start, String end) {
        var book =
                new Book(new Ref(SCHEDULE, schedule), ZoneId.of(zone), CHANGED, List.of(turn(start, end)), List.of());
        return CalendarText.ofPerson(ZOE, "Zoë", List.of(book), FROM, TO, PAGES);
    }

    private static Turn turn(String start, String end) {
        return new Turn(new OnDuty(ZOE, Because.LAYER, "weeks", SCHEDULE), Instant.parse(start), Instant.parse(end));
    }

    private static ICalendar read(String text) {
        return Biweekly.parse(text).first();
    }

    private static String unfolded(String text) {
        return text.replace("\r\n ", "");
    }
}
