package dev.tocsin.monitor.timing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

class StopwatchTest {
    private final AtomicLong nanos = new AtomicLong(-5);
    private final Stopwatch watch = new Stopwatch(nanos::get);

    @Test
    void everyMomentBelongsToThePhaseEnteredLast() {
        pass(ofMillis(3));
        watch.enter(Phase.CONNECT);
        pass(ofMillis(20));
        watch.enter(Phase.TLS);
        pass(ofMillis(40));
        watch.enter(Phase.FIRST_BYTE);
        pass(ofMillis(100));
        watch.enter(Phase.TRANSFER);
        pass(ofMillis(7));
        assertThat(watch.phases())
                .isEqualTo(new Phases(ofMillis(3), ofMillis(20), ofMillis(40), ofMillis(100), ofMillis(7)));
        assertThat(watch.total()).isEqualTo(ofMillis(170));
    }

    @Test
    void phasesOfSeveralHopsAddUp() {
        pass(ofMillis(1));
        watch.enter(Phase.CONNECT);
        pass(ofMillis(2));
        watch.enter(Phase.DNS);
        pass(ofMillis(3));
        watch.enter(Phase.CONNECT);
        pass(ofMillis(4));
        assertThat(watch.phases().dns()).isEqualTo(ofMillis(4));
        assertThat(watch.phases().connect()).isEqualTo(ofMillis(6));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
