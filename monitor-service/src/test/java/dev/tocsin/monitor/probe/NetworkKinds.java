package dev.tocsin.monitor.probe;

import java.util.List;

import javax.net.ssl.SSLSocketFactory;

import dev.tocsin.monitor.egress.AddressPolicy;
import dev.tocsin.monitor.egress.Cidr;
import dev.tocsin.monitor.egress.Dialer;
import dev.tocsin.monitor.egress.SystemResolver;
import dev.tocsin.monitor.timing.Deadlines;

/** The kinds that need nothing but a network, as the service has them. */
public final class NetworkKinds {
    private static final Dialer DIALER =
            new Dialer(new SystemResolver(), new AddressPolicy(List.of(Cidr.parse("127.0.0.0/8"))));

    private NetworkKinds() {}

    public static Kinds all() {
        return new Kinds(Probes.network(DIALER, (SSLSocketFactory) SSLSocketFactory.getDefault(), new Deadlines()));
    }
}
