package dev.tocsin.monitor.probe;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import dev.tocsin.monitor.egress.Dialer;
import dev.tocsin.monitor.timing.Deadlines;
import dev.tocsin.monitor.tls.Tls;

/** What probers over the network share. The clock only says how long a certificate still runs. */
public record Network(Dialer dialer, Tls tls, Deadlines deadlines, Clock clock) {
    private static final Path RESOLV_CONF = Path.of("/etc/resolv.conf");

    /** The kinds that need nothing else. @param ping the program that sends echoes */
    List<Kind<?>> kinds(String ping) {
        return List.of(
                new HttpKind(this),
                new TcpKind(this),
                new TlsKind(this),
                new DnsKind(this, new NameServers(dialer, RESOLV_CONF)),
                new IcmpKind(this, new Ping(ping)));
    }
}
