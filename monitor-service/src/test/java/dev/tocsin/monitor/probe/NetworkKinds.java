package dev.tocsin.monitor.probe;

import java.time.Clock;
import java.util.List;

import dev.tocsin.monitor.egress.AddressPolicy;
import dev.tocsin.monitor.egress.Cidr;
import dev.tocsin.monitor.egress.Dialer;
import dev.tocsin.monitor.egress.SystemResolver;
import dev.tocsin.monitor.timing.Deadlines;
import dev.tocsin.monitor.tls.Tls;

/** The kinds that need nothing but a network, as the service has them. Only loopback is open. */
public final class NetworkKinds {
    private static final Deadlines DEADLINES = new Deadlines();
    private static final Tls TLS = Tls.ofTheMachine();
    private static final Dialer DIALER =
            new Dialer(new SystemResolver(), new AddressPolicy(List.of(Cidr.parse("127.0.0.0/8"))));

    private NetworkKinds() {}

    public static Kinds all() {
        return new Kinds(over(DIALER).kinds("ping"));
    }

    public static Network over(Dialer dialer) {
        return over(dialer, TLS);
    }

    public static Network over(Dialer dialer, Tls tls) {
        return new Network(dialer, tls, DEADLINES, Clock.systemUTC());
    }
}
