package dev.tocsin.oncall.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static dev.tocsin.oncall.schedule.Rotas.ASHA;
import static dev.tocsin.oncall.schedule.Rotas.BEN;
import static dev.tocsin.oncall.schedule.Rotas.CHIDI;
import static dev.tocsin.oncall.schedule.Rotas.daily;
import static dev.tocsin.oncall.schedule.Rotas.weekly;
import static org.assertj.core.api.Assertions.assertThat;

class RosterTest {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final UUID COVER = UUID.fromString("0f000000-0000-0000-0000-000000000001");

    @Test
    void theHighestLayerThatHasBegunWins() {
        var roster = roster(weekly("2026-11-23T09:00", ASHA), daily("2026-11-25T09:00", BEN));

        assertThat(roster.at(at("2026-11-23T08:59:59Z"))).isEqualTo(Cover.NOBODY);
        assertThat(roster.at(at("2026-11-25T08:59:59Z")))
                .isEqualTo(Cover.of(Duty.byLayer(ASHA, 0, "weeks", at("2026-11-23T09:00:00Z"))));
        assertThat(roster.at(at("2026-11-25T09:00:00Z")))
                .isEqualTo(Cover.of(Duty.byLayer(BEN, 1, "days", at("2026-11-25T09:00:00Z"))));
    }

    @Test
    void anOverrideReplacesWhoeverIsOnCallAndOnlyForItsWindow() {
        var stint = new Stint(
                COVER, Stint.Kind.REPLACE, CHIDI, null, at("2026-11-24T18:00:00Z"), at("2026-11-24T20:00:00Z"));
        var roster = new Roster(
                List.of(plan("1970-01-01T00:00:00Z", weekly("2026-11-23T09:00", ASHA, BEN))),
                List.of(stint),
                List.of());

        var shifts = roster.between(at("2026-11-23T09:00:00Z"), at("2026-11-25T00:00:00Z"));

        var asha = Cover.of(Duty.byLayer(ASHA, 0, "weeks", at("2026-11-23T09:00:00Z")));
        assertThat(shifts)
                .containsExactly(
                        new Shift(asha, at("2026-11-23T09:00:00Z"), at("2026-11-24T18:00:00Z")),
                        new Shift(
                                Cover.of(Duty.byOverride(CHIDI, COVER)),
                                at("2026-11-24T18:00:00Z"),
                                at("2026-11-24T20:00:00Z")),
                        new Shift(asha, at("2026-11-24T20:00:00Z"), at("2026-11-25T00:00:00Z")));
    }

    @Test
    void aHoleIsAShiftOfNobody() {
        var shifts = roster(weekly("2026-11-23T09:00", ASHA))
                .between(at("2026-11-23T00:00:00Z"), at("2026-11-23T12:00:00Z"));

        assertThat(shifts.getFirst())
                .isEqualTo(new Shift(Cover.NOBODY, at("2026-11-23T00:00:00Z"), at("2026-11-23T09:00:00Z")));
        assertThat(shifts).hasSize(2);
    }

    @Test
    void anEditNeverChangesWhoWasOnCall() {
        var before = plan("1970-01-01T00:00:00Z", weekly("2026-11-02T09:00", ASHA, BEN));
        var edited = plan("2026-11-18T12:00:00Z", weekly("2026-11-02T09:00", CHIDI));
        var roster = new Roster(List.of(before, edited), List.of(), List.of());

        assertThat(roster.at(at("2026-11-18T11:59:59Z")))
                .isEqualTo(new Roster(List.of(before), List.of(), List.of()).at(at("2026-11-18T11:59:59Z")));
        assertThat(roster.at(at("2026-11-18T12:00:00Z")))
                .isEqualTo(Cover.of(Duty.byLayer(CHIDI, 0, "weeks", at("2026-11-16T09:00:00Z"))));
    }

    @Test
    void anEditThatChangesNothingCutsNoShift() {
        var rota = weekly("2026-11-02T09:00", ASHA, BEN);
        var roster = new Roster(
                List.of(plan("1970-01-01T00:00:00Z", rota), plan("2026-11-18T12:00:00Z", rota)), List.of(), List.of());

        assertThat(roster.between(at("2026-11-16T09:00:00Z"), at("2026-11-23T09:00:00Z")))
                .hasSize(1);
    }

    @Test
    void onePersonAloneStillHandsOffEachWeekToThemself() {
        var shifts = roster(weekly("2026-11-23T09:00", ASHA))
                .between(at("2026-11-23T09:00:00Z"), at("2026-12-14T09:00:00Z"));

        assertThat(shifts).hasSize(3);
    }

    @Test
    void anEmptyWindowHasNoShifts() {
        assertThat(roster(weekly("2026-11-23T09:00", ASHA))
                        .between(at("2026-11-23T09:00:00Z"), at("2026-11-23T09:00:00Z")))
                .isEmpty();
    }

    private static Roster roster(Layer... layers) {
        return new Roster(List.of(plan("1970-01-01T00:00:00Z", layers)), List.of(), List.of());
    }

    private static Plan plan(String from, Layer... layers) {
        return new Plan(at(from), UTC, List.of(layers));
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
