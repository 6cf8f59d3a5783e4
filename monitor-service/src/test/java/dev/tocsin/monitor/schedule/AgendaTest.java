package dev.tocsin.monitor.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import dev.tocsin.monitor.alerting.Stored;
import dev.tocsin.monitor.check.Judging;
import dev.tocsin.monitor.check.Slot;
import dev.tocsin.monitor.check.Watched;
import dev.tocsin.monitor.condition.Conditions;
import dev.tocsin.monitor.probe.TcpTarget;
import dev.tocsin.monitor.verdict.Standing;
import org.junit.jupiter.api.Test;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

class AgendaTest {
    private final Agenda agenda = new Agenda();

    @Test
    void whatIsDueComesInOrderAndNothingComesEarly() {
        var a = watch(ofSeconds(10));
        var b = watch(ofSeconds(10));
        agenda.place(a, at(5), at(5));
        agenda.place(b, at(3), at(3));
        assertThat(agenda.poll(at(2))).isEmpty();
        assertThat(agenda.poll(at(6)).orElseThrow().watch()).isSameAs(b);
        assertThat(agenda.poll(at(6)).orElseThrow().watch()).isSameAs(a);
        assertThat(agenda.poll(at(6))).isEmpty();
    }

    @Test
    void aCheckIsNotDueAgainBeforeItIsFinished() {
        agenda.place(watch(ofSeconds(1)), at(1), at(1));
        var due = agenda.poll(at(1)).orElseThrow();
        assertThat(agenda.poll(at(100))).isEmpty();
        assertThat(agenda.finished(due, at(1))).isZero();
        assertThat(agenda.poll(at(1))).isEmpty();
        assertThat(agenda.poll(at(2))).isPresent();
    }

    @Test
    void missedBeatsAreCountedAndNotCaughtUp() {
        agenda.place(watch(ofSeconds(10)), at(0), at(0));
        var due = agenda.poll(at(0)).orElseThrow();
        assertThat(agenda.finished(due, at(35))).isEqualTo(3);
        assertThat(agenda.poll(at(39))).isEmpty();
        assertThat(agenda.poll(at(40)).orElseThrow().at()).isEqualTo(at(40));
    }

    @Test
    void aFirstProbeBeforeTheBeatDoesNotShiftTheBeat() {
        agenda.place(watch(ofSeconds(10)), at(1), at(7));
        var first = agenda.poll(at(1)).orElseThrow();
        assertThat(agenda.finished(first, at(2))).isZero();
        assertThat(agenda.poll(at(7)).orElseThrow().at()).isEqualTo(at(7));
    }

    @Test
    void lateStartsDoNotShiftTheBeatEither() {
        agenda.place(watch(ofSeconds(10)), at(7), at(7));
        var late = agenda.poll(at(9)).orElseThrow();
        agenda.finished(late, at(10));
        assertThat(agenda.poll(at(17)).orElseThrow().at()).isEqualTo(at(17));
    }

    @Test
    void aForgottenCheckDoesNotComeBackWhenItsProbeEnds() {
        var watch = watch(ofSeconds(1));
        agenda.place(watch, at(1), at(1));
        var due = agenda.poll(at(1)).orElseThrow();
        agenda.forgetSlots(Set.of(watch.check().slot()));
        agenda.finished(due, at(2));
        assertThat(agenda.size()).isZero();
        assertThat(agenda.poll(at(100))).isEmpty();
    }

    @Test
    void beingLateIsAFigure() {
        agenda.place(watch(ofSeconds(1)), at(1), at(1));
        assertThat(agenda.overdue(at(1))).isZero();
        assertThat(agenda.overdue(at(4))).isEqualTo(ofSeconds(3));
    }

    /** The monotonic clock may start anywhere, even just before it overflows. */
    private static long at(int seconds) {
        return Long.MAX_VALUE - ofSeconds(20).toNanos() + ofSeconds(seconds).toNanos();
    }

    static Watch watch(Duration interval) {
        var id = UUID.randomUUID();
        var check = new Watched(
                id,
                Optional.empty(),
                Optional.empty(),
                Slot.of(id),
                "shop",
                new TcpTarget("127.0.0.1", 1),
                Conditions.NONE,
                interval,
                ofSeconds(1),
                new Judging(2, 2, 1, Optional.empty(), true),
                Set.of(),
                Optional.empty(),
                false,
                false);
        return new Watch(check, new Stored(Standing.fresh(Instant.EPOCH), 0), Optional.empty(), Duration.ZERO);
    }
}
