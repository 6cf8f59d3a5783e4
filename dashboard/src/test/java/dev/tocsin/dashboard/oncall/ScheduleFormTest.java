package dev.tocsin.dashboard.oncall;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.tocsin.dashboard.oncall.SchedulesClient.NewLayer;
import dev.tocsin.dashboard.oncall.SchedulesClient.Shift;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.RowCommand;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScheduleFormTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final UUID ADA = new UUID(0, 1);
    private static final UUID BEN = new UUID(0, 2);
    private static final Map<UUID, String> NAMES = Map.of(ADA, "Ada", BEN, "Ben");

    @Test
    void aNewScheduleHasBegunSoThatSomebodyIsOnCallAtOnce() {
        var mondayMorning = Instant.parse("2026-11-23T07:30:00Z"); // 08:30 in Berlin, half an hour before the handoff
        var form = ScheduleForm.blank(BERLIN, mondayMorning);
        assertThat(form.form().text("layers[0].firstHandoff")).isEqualTo("2026-11-16T09:00");
        assertThat(form.rows()).isEqualTo(2);
    }

    @Test
    void membersKeepTheirOrderAndBlankRowsAreLeftOut() {
        var form = posted(ADA.toString(), "", BEN.toString());
        assertThat(form.layer().members()).containsExactly(ADA, BEN);
        var moved = form.apply(new RowCommand("up", 2)).apply(new RowCommand("up", 1));
        assertThat(moved.layer().members()).containsExactly(BEN, ADA);
    }

    @Test
    void whatIsMissingStandsBesideItsField() {
        var checked = ScheduleForm.posted(
                        Form.posted(Map.of("layers[0].members[0]", List.of(""), "zone", List.of("Mars/Crater"))))
                .checked()
                .form();
        assertThat(checked.wrong("name")).isTrue();
        assertThat(checked.wrong("zone")).isTrue();
        assertThat(checked.wrong("layers[0].length")).isTrue();
        assertThat(checked.wrong("layers[0].firstHandoff")).isTrue();
        assertThat(checked.wrong("layers[0].members[0]")).isTrue();
        assertThat(checked.text("zone")).isEqualTo("Mars/Crater");
    }

    @Test
    void aPreviewedTurnKeepsItsHourWhenTheClocksGoBack() {
        var window = Rota.window(BERLIN, LocalDate.parse("2026-10-20"));
        var weekly = new NewLayer("Rotation", "weekly", 1, LocalDateTime.parse("2026-10-19T09:00"), List.of(ADA, BEN));
        var shifts = window.of(weekly, NAMES).shifts();
        assertThat(shifts).extracting(Shift::name).containsExactly("Ada", "Ben", "Ada");
        assertThat(shifts.get(1).start()).isEqualTo("2026-10-26T08:00:00Z"); // 09:00 in winter time
        assertThat(shifts.getFirst().start()).isEqualTo(window.from());
        assertThat(shifts.getLast().end()).isEqualTo(window.to());
    }

    @Test
    void beforeTheFirstHandoffNobodyIsOnCall() {
        var window = Rota.window(BERLIN, LocalDate.parse("2026-10-20"));
        var daily = new NewLayer("Rotation", "daily", 2, LocalDateTime.parse("2026-10-22T09:00"), List.of(ADA, BEN));
        var rota = window.of(daily, NAMES);
        assertThat(rota.gaps(window.from())).hasSize(1);
        assertThat(rota.gaps(window.from()).getFirst().end()).isEqualTo("2026-10-22T07:00:00Z");
        assertThat(rota.of(BEN, window.from())).hasSize(3);
    }

    @Test
    void aRotationLongUnderWayIsCountedFromItsFirstHandoff() {
        var window = Rota.window(BERLIN, LocalDate.parse("2026-10-20"));
        var layer = new NewLayer("Rotation", "daily", 1, LocalDateTime.parse("2020-01-01T09:00"), List.of(ADA, BEN));
        var shifts = window.of(layer, NAMES).shifts();
        assertThat(shifts).hasSize(15);
        // 2020-01-01 to 2026-10-19 are 2483 days: an odd turn, so Ben's
        assertThat(shifts.getFirst().name()).isEqualTo("Ben");
        assertThat(shifts.get(1).name()).isEqualTo("Ada");
    }

    private static ScheduleForm posted(String... members) {
        var fields = new HashMap<String, List<String>>();
        fields.put("layers[0].every", List.of("weekly"));
        fields.put("layers[0].length", List.of("1"));
        fields.put("layers[0].firstHandoff", List.of("2026-11-16T09:00"));
        for (var i = 0; i < members.length; i++) fields.put("layers[0].members[%d]".formatted(i), List.of(members[i]));
        return ScheduleForm.posted(Form.posted(fields));
    }
}
