package dev.tocsin.oncall.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static dev.tocsin.oncall.schedule.Rotas.ASHA;
import static dev.tocsin.oncall.schedule.Rotas.BEN;
import static dev.tocsin.oncall.schedule.Rotas.CHIDI;
import static dev.tocsin.oncall.schedule.Rotas.daily;
import static dev.tocsin.oncall.schedule.Rotas.everyDay;
import static dev.tocsin.oncall.schedule.Rotas.only;
import static dev.tocsin.oncall.schedule.Rotas.weekly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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

    @Test
    void whereAHigherLayerIsRestrictedTheNextLowerShowsThrough() {
        var roster = roster(
                weekly("2026-11-23T09:00", ASHA), only(daily("2026-11-23T00:00", BEN), everyDay("18:00", "08:00")));

        assertThat(roster.at(at("2026-11-24T17:59:59Z")).people()).containsExactly(ASHA);
        assertThat(roster.at(at("2026-11-24T18:00:00Z")).people()).containsExactly(BEN);
        assertThat(roster.at(at("2026-11-25T07:59:59Z")).people()).containsExactly(BEN);
        assertThat(roster.at(at("2026-11-25T08:00:00Z")).people()).containsExactly(ASHA);
    }

    @Test
    void somebodyAddedIsOnCallBesideTheOther() {
        var roster = overridden(stint(Stint.Kind.ADD, CHIDI, null));

        assertThat(roster.at(at("2026-11-24T17:00:00Z")).people()).containsExactly(ASHA);
        assertThat(roster.at(at("2026-11-24T19:00:00Z")).people()).containsExactly(ASHA, CHIDI);
    }

    @Test
    void somebodyRemovedLeavesAHole() {
        assertThat(overridden(stint(Stint.Kind.REMOVE, ASHA, null))
                        .at(at("2026-11-24T19:00:00Z"))
                        .nobody())
                .isTrue();
    }

    @Test
    void removingOrReplacingSomebodyWhoIsNotOnCallChangesNothing() {
        var asha = overridden().at(at("2026-11-24T19:00:00Z"));

        assertThat(overridden(stint(Stint.Kind.REMOVE, BEN, null)).at(at("2026-11-24T19:00:00Z")))
                .isEqualTo(asha);
        assertThat(overridden(stint(Stint.Kind.REPLACE, CHIDI, BEN)).at(at("2026-11-24T19:00:00Z")))
                .isEqualTo(asha);
    }

    @Test
    void aReplacementTakesThePlaceOfOnePersonOnly() {
        var both = new Stint(
                new UUID(0, 7), Stint.Kind.ADD, BEN, null, at("2026-11-24T12:00:00Z"), at("2026-11-25T00:00:00Z"));

        assertThat(overridden(both, stint(Stint.Kind.REPLACE, CHIDI, ASHA))
                        .at(at("2026-11-24T19:00:00Z"))
                        .people())
                .containsExactly(CHIDI, BEN);
    }

    @Test
    void aTemporaryScheduleWinsOverOverridesAndLayersAndLeavesItsHoles() {
        var temporary = new Temporary(
                new UUID(0, 9),
                "the move",
                at("2026-11-24T00:00:00Z"),
                at("2026-11-25T00:00:00Z"),
                List.of(
                        new Temporary.Fixed(BEN, at("2026-11-24T06:00:00Z"), at("2026-11-24T18:30:00Z")),
                        new Temporary.Fixed(ASHA, at("2026-11-24T18:00:00Z"), at("2026-11-24T22:00:00Z"))));
        var roster =
                new Roster(overridden().plans(), List.of(stint(Stint.Kind.REPLACE, CHIDI, null)), List.of(temporary));

        assertThat(roster.at(at("2026-11-24T05:59:59Z")).nobody()).isTrue();
        assertThat(roster.at(at("2026-11-24T18:15:00Z")).people()).containsExactly(BEN, ASHA);
        assertThat(roster.at(at("2026-11-24T19:00:00Z")).people()).containsExactly(ASHA);
        assertThat(roster.at(at("2026-11-24T22:00:00Z")).nobody()).isTrue();
        assertThat(roster.at(at("2026-11-25T00:00:00Z")).people()).containsExactly(ASHA);
    }

    @Test
    void overridesClashWhenTheyMeetAndConcernTheSamePerson() {
        var anyone = stint(Stint.Kind.REPLACE, CHIDI, null);

        assertThat(anyone.clashes(stint(Stint.Kind.REPLACE, BEN, null))).isTrue();
        assertThat(anyone.clashes(stint(Stint.Kind.REMOVE, ASHA, null))).isTrue();
        assertThat(anyone.clashes(stint(Stint.Kind.ADD, CHIDI, null))).isTrue();
        assertThat(anyone.clashes(stint(Stint.Kind.ADD, BEN, null))).isFalse();
        assertThat(stint(Stint.Kind.REPLACE, CHIDI, ASHA).clashes(stint(Stint.Kind.REMOVE, ASHA, null)))
                .isTrue();
        assertThat(stint(Stint.Kind.REPLACE, CHIDI, ASHA).clashes(stint(Stint.Kind.ADD, BEN, null)))
                .isFalse();
        var next = new Stint(
                new UUID(0, 8), Stint.Kind.REMOVE, ASHA, null, at("2026-11-24T20:00:00Z"), at("2026-11-24T21:00:00Z"));
        assertThat(anyone.clashes(next)).as("they touch, they do not meet").isFalse();
    }

    @Test
    void handoffsTellWhoComesAndWhoGoes() {
        var schedule = new UUID(0, 5);
        var rosters = Map.of(schedule, overridden(stint(Stint.Kind.ADD, CHIDI, null)));

        assertThat(Handoffs.of(rosters, at("2026-11-24T18:00:00Z"), at("2026-11-30T09:00:00Z")))
                .containsExactly(
                        new OnCall.Handoff(schedule, at("2026-11-24T20:00:00Z"), List.of(), List.of(CHIDI)),
                        new OnCall.Handoff(schedule, at("2026-11-30T09:00:00Z"), List.of(BEN), List.of(ASHA)));
    }

    @Test
    void aSpellGoesOnWhileSomebodyElseJoins() {
        var shifts = overridden(stint(Stint.Kind.ADD, CHIDI, null))
                .between(at("2026-11-24T00:00:00Z"), at("2026-11-26T00:00:00Z"));

        assertThat(shifts).hasSize(3);
        assertThat(Spell.of(shifts))
                .extracting(spell -> spell.duty().person(), Spell::start, Spell::end)
                .containsExactly(
                        tuple(ASHA, at("2026-11-24T00:00:00Z"), at("2026-11-26T00:00:00Z")),
                        tuple(CHIDI, at("2026-11-24T18:00:00Z"), at("2026-11-24T20:00:00Z")));
    }

    /** Asha's week, then Ben's, and these overrides. */
    private static Roster overridden(Stint... stints) {
        return new Roster(
                List.of(plan("1970-01-01T00:00:00Z", weekly("2026-11-23T09:00", ASHA, BEN))),
                List.of(stints),
                List.of());
    }

    /** On Tuesday evening, from six to eight. */
    private static Stint stint(Stint.Kind kind, UUID person, UUID replaces) {
        return new Stint(COVER, kind, person, replaces, at("2026-11-24T18:00:00Z"), at("2026-11-24T20:00:00Z"));
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
