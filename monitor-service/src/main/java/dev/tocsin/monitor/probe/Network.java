package dev.tocsin.monitor.probe;

import java.time.Clock;
import java.util.List;

import dev.tocsin.monitor.egress.Dialer;
import dev.tocsin.monitor.timing.Deadlines;
import dev.tocsin.monitor.tls.Tls;

/** What probers over the network share. The clock only says how long a certificate still runs. */
public record Network(Dialer dialer, Tls tls, Deadlines deadlines, Clock clock) {
    /** The kinds that need nothing else. */
    List<Kind<?>> kinds() {
        return List.of(new HttpKind(this), new TcpKind(this));
    }
}
