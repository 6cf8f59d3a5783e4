package dev.tocsin.dashboard.oncall;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.tocsin.dashboard.InEnglish;
import dev.tocsin.dashboard.oncall.SchedulesClient.Layer;
import dev.tocsin.dashboard.oncall.SchedulesClient.OnDuty;
import dev.tocsin.dashboard.oncall.SchedulesClient.Restriction;
import dev.tocsin.dashboard.oncall.SchedulesClient.Schedule;
import dev.tocsin.dashboard.oncall.SchedulesClient.Shift;
import dev.tocsin.dashboard.web.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(InEnglish.class)
class ScheduleFormTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-23T07:30:00Z"); // Monday, 08:30 in Berlin
    private static final UUID ADA = new UUID(0, 1);
    private static final UUID BEN = new UUID(0, 2);

    @Test
    void aNewScheduleHasBegunSoThatSomebodyIsOnCallAtOnce() {
        var form = ScheduleForm.blank(BERLIN, NOW);
        // half an hour before this Monday's handoff
        assertThat(form.form().text("layers[0].firstHandoff")).isEqualTo("2026-11-16T09:00");
        assertThat(form.topFirst().getFirst().memberRows()).isEqualTo(2);
    }

    @Test
    void membersKeepTheirOrderAndBlankRowsAreLeftOut() {
        var form = posted("save", ADA.toString(), "", BEN.toString());
        assertThat(form.described().layers().getFirst().members()).containsExactly(ADA, BEN);
        var moved = posted("m0-up:2", ADA.toString(), "", BEN.toString())
                .rowsChanged(NOW)
                .orElseThrow();
        assertThat(moved.described().layers().getFirst().members()).containsExactly(ADA, BEN);
        assertThat(moved.form().text("layers[0].members[1]")).isEqualTo(BEN.toString());
    }

    @Test
    void whatIsMissingStandsBesideItsField() {
        var fields = Map.of(
                "layers[0].every", List.of("weekly"),
                "layers[0].members[0]", List.of(""),
                "layers[0].end", List.of("never"),
                "layers[0].restrictions[0].from", List.of("9"),
                "zone", List.of("Mars/Crater"));
        var checked = ScheduleForm.posted(Form.posted(fields)).checked().form();
        assertThat(List.of(
                        "name",
                        "zone",
                        "layers[0].length",
                        "layers[0].firstHandoff",
                        "layers[0].end",
                        "layers[0].restrictions[0].from",
                        "layers[0].members[0]"))
                .allMatch(checked::wrong);
        assertThat(checked.text("zone")).isEqualTo("Mars/Crater");
    }

    @Test
    void aTurnOfHoursMayBeLongerThanOneOfMonths() {
        var fields = new HashMap<>(fields("save", ADA.toString()));
        fields.put("layers[0].length", List.of("120"));
        assertThat(ScheduleForm.posted(Form.posted(fields)).checked().form().wrong("layers[0].length"))
                .isTrue();
        fields.put("layers[0].every", List.of("hourly"));
        assertThat(ScheduleForm.posted(Form.posted(fields)).checked().form().wrong("layers[0].length"))
                .isFalse();
    }

    @Test
    void layersComeBackAsTheyWereWithTheTopOneFirst() {
        var nights = new Restriction(List.of("friday"), LocalTime.of(22, 0), LocalTime.of(6, 0));
        var below = layer("Rotation", null, List.of());
        var above = layer("Nights", LocalDateTime.parse("2027-01-01T00:00"), List.of(nights));
        var schedule = new Schedule(ADA, "Payments", new Ref(BEN, "Team"), BERLIN, List.of(below, above), 3, null);

        var form = ScheduleForm.of(schedule);
        assertThat(form.topFirst()).extracting(placed -> placed.layer().name()).containsExactly("Nights", "Rotation");
        var again = form.described();
        assertThat(again.layers()).hasSize(2);
        assertThat(again.layers().get(1).restrictions()).containsExactly(nights);
        assertThat(again.layers().get(1).end()).isEqualTo("2027-01-01T00:00");
        assertThat(again.version()).isEqualTo(3);
    }

    @Test
    void aNewLayerComesOnTopAndMovesDownBelowTheOther() {
        var added = posted("layer-add", ADA.toString()).rowsChanged(NOW).orElseThrow();
        assertThat(added.layers()).extracting(LayerRow::name).containsExactly("Rotation", "Layer 2");
        var down = added.with(added.form().with("do", "layer-down:0"))
                .rowsChanged(NOW)
                .orElseThrow();
        assertThat(down.layers()).extracting(LayerRow::name).containsExactly("Layer 2", "Rotation");
        assertThat(down.form().text("layers[1].members[0]")).isEqualTo(ADA.toString());
    }

    @Test
    void aFingerprintChangesWithWhatWouldBeSavedAndNotWithTheName() {
        var form = posted("save", ADA.toString());
        assertThat(form.with(form.form().with("name", "Another")).fingerprint()).isEqualTo(form.fingerprint());
        assertThat(posted("save", BEN.toString()).fingerprint()).isNotEqualTo(form.fingerprint());
    }

    @Test
    void severalPeopleAreOnePieceOfTheStripAndNobodyIsAGap() {
        var window = Rota.window(BERLIN, LocalDate.parse("2026-10-20"), 14);
        var both = List.of(new OnDuty(ADA, "Ada", "layer"), new OnDuty(BEN, "Ben", "override"));
        var rota = window.with(List.of(
                new Shift(ADA, "Ada", window.from(), NOW, true, false, both),
                new Shift(null, null, window.from(), window.to(), false, false, List.of())));
        assertThat(rota.gaps(window.from())).hasSize(1);
        assertThat(rota.strip("Payments", NOW).pieces().getFirst().words()).startsWith("Ada + Ben (override)");
    }

    private static Layer layer(String name, LocalDateTime end, List<Restriction> windows) {
        return new Layer(
                name,
                "weekly",
                1,
                LocalDateTime.parse("2026-11-16T09:00"),
                List.of(new Ref(ADA, "Ada")),
                null,
                end,
                windows);
    }

    private static ScheduleForm posted(String command, String... members) {
        return ScheduleForm.posted(Form.posted(fields(command, members)));
    }

    private static Map<String, List<String>> fields(String command, String... members) {
        var fields = new HashMap<String, List<String>>();
        fields.put("do", List.of(command));
        fields.put("zone", List.of("Europe/Berlin"));
        fields.put("layers[0].name", List.of("Rotation"));
        fields.put("layers[0].every", List.of("weekly"));
        fields.put("layers[0].length", List.of("1"));
        fields.put("layers[0].firstHandoff", List.of("2026-11-16T09:00"));
        for (var i = 0; i < members.length; i++) fields.put("layers[0].members[%d]".formatted(i), List.of(members[i]));
        return fields;
    }
}
