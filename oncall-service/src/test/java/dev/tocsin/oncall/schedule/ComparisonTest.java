package dev.tocsin.oncall.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;

import static dev.tocsin.oncall.schedule.Rotas.ASHA;
import static dev.tocsin.oncall.schedule.Rotas.BEN;
import static dev.tocsin.oncall.schedule.Rotas.CHIDI;
import static dev.tocsin.oncall.schedule.Rotas.between;
import static dev.tocsin.oncall.schedule.Rotas.weekly;
import static org.assertj.core.api.Assertions.assertThat;

class ComparisonTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
    private static final Roster ASHA_AND_BEN = roster(weekly("2026-11-23T09:00", ASHA, BEN));

    @Test
    void nobodyGainsOrLosesWhenNothingChanges() {
        var same = compared(weekly("2026-11-23T09:00", ASHA, BEN), "2026-12-21T09:00:00Z");

        assertThat(same.people()).isEmpty();
        assertThat(same.opened()).isEmpty();
    }

    @Test
    void aThirdPersonTakesTimeFromTheOthers() {
        var changes = compared(weekly("2026-11-23T09:00", ASHA, BEN, CHIDI), "2026-12-21T09:00:00Z");

        assertThat(changes.people()).hasSize(3);
        var chidi = changes.people().get(2);
        assertThat(chidi.person()).isEqualTo(CHIDI);
        assertThat(chidi.gained())
                .containsExactly(new Comparison.Stretch(
                        Instant.parse("2026-12-07T09:00:00Z"), Instant.parse("2026-12-14T09:00:00Z")));
        assertThat(chidi.before()).isEqualTo(Duration.ZERO);
        assertThat(chidi.after()).isEqualTo(Duration.ofHours(168));
        // Asha had weeks one and three, and has one and four now.
        var asha = changes.people().get(0);
        assertThat(asha.lost()).hasSize(1);
        assertThat(asha.gained()).hasSize(1);
        assertThat(asha.before()).isEqualTo(asha.after());
    }

    @Test
    void aLayerThatEndsOpensAGap() {
        var changes = compared(
                between(weekly("2026-11-23T09:00", ASHA, BEN), null, "2026-11-28T09:00"), "2026-12-07T09:00:00Z");

        assertThat(changes.opened())
                .containsExactly(new Comparison.Stretch(
                        Instant.parse("2026-11-28T09:00:00Z"), Instant.parse("2026-12-07T09:00:00Z")));
        assertThat(changes.closed()).isEmpty();
        assertThat(changes.people())
                .filteredOn(change -> change.person().equals(ASHA))
                .singleElement()
                .satisfies(asha -> assertThat(asha.lost())
                        .containsExactly(new Comparison.Stretch(
                                Instant.parse("2026-11-28T09:00:00Z"), Instant.parse("2026-11-30T09:00:00Z"))));
    }

    private static Comparison compared(Layer after, String to) {
        return Comparison.of(ASHA_AND_BEN, roster(after), MONDAY, Instant.parse(to));
    }

    private static Roster roster(Layer layer) {
        return new Roster(List.of(new Plan(Instant.EPOCH, ZoneId.of("UTC"), List.of(layer))), List.of(), List.of());
    }
}
