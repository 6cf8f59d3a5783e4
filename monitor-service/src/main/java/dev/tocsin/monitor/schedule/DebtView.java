package dev.tocsin.monitor.schedule;

import java.time.Duration;

/**
 * Whether we did what we owe.
 *
 * @param window the time it is about, up to now
 * @param owed probes that the intervals asked for
 * @param executed those of them that were made
 * @param late those of them that began more than a second after their time
 * @param share executed of owed, from 0 to 1; 1 when nothing was owed
 */
public record DebtView(Duration window, long owed, long executed, long late, double share) {
    static DebtView of(Duration window, long owed, long executed, long late) {
        var share = owed <= 0 ? 1 : Math.min(1, (double) executed / owed);
        return new DebtView(window, owed, executed, late, share);
    }
}
