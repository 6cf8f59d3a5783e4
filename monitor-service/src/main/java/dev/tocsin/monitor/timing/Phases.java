package dev.tocsin.monitor.timing;

import java.time.Duration;

/** Where the time of one probe went; with redirects, the sum over all hops. */
public record Phases(Duration dns, Duration connect, Duration tls, Duration firstByte, Duration transfer) {
    public static final Phases NONE =
            new Phases(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
}
