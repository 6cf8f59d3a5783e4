package dev.tocsin.monitor.code;

import java.util.HashSet;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class StandingTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            useHeadersInDisplayName = true,
            value = {
                "what,                                    ruling, known, held, standing",
                "what rules goes on,                      true,   true,  true,  RULES",
                "an edit,                                 false,  false, true,  APPLY",
                "the first file of all,                   false,  false, false, APPLY",
                "a machine that was forgotten,            false,  true,  true,  OLDER",
                "put back on purpose: nobody has newer,   false,  true,  false, APPLY"
            })
    void theNewestFileRules(String what, boolean ruling, boolean known, boolean held, Standing standing) {
        assertThat(Standing.of(ruling, known, held)).as(what).isEqualTo(standing);
    }

    /** Three replicas get each edit at their own pace and look in any order; in the end the newest edit rules. */
    @Test
    void howeverLateAFileArrivesTheRulingOneNeverGoesBackAndForth() {
        var random = new Random(5);
        for (var run = 0; run < 2000; run++) {
            var has = new int[] {0, 0, 0};
            var known = new HashSet<>(List.of(0));
            var ruling = 0;
            var rulings = 0;
            for (var step = 0; step < 200; step++) {
                var replica = random.nextInt(3);
                if (random.nextInt(4) == 0) has[replica] = Math.min(5, has[replica] + 1);
                var others = ruling;
                var held = false;
                for (var i = 0; i < 3; i++) held |= i != replica && has[i] == others;
                if (Standing.of(has[replica] == ruling, known.contains(has[replica]), held) == Standing.APPLY) {
                    ruling = has[replica];
                    known.add(ruling);
                    rulings++;
                }
            }
            for (var i = 0; i < 3; i++) has[i] = 5;
            if (Standing.of(ruling == 5, known.contains(5), false) == Standing.APPLY) ruling = 5;
            assertThat(ruling).isEqualTo(5);
            assertThat(rulings).isLessThanOrEqualTo(10);
        }
    }
}
