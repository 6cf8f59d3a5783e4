package dev.tocsin.monitor.probe;

import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import dev.tocsin.monitor.egress.AddressPolicy;
import dev.tocsin.monitor.egress.Cidr;
import dev.tocsin.monitor.egress.Dialer;
import dev.tocsin.monitor.egress.Resolver;
import dev.tocsin.monitor.egress.SystemResolver;
import dev.tocsin.monitor.timing.Deadlines;
import io.smallrye.config.ConfigMapping;

/** Puts the probers together; they themselves know no framework. */
@Dependent
class ProbeBeans {

    /** Where probes may go. */
    @ConfigMapping(prefix = "monitor.egress")
    interface EgressConfig {
        /** Ranges, separated by commas, that may be probed although they are private. */
        Optional<String> allow();
    }

    @Produces
    @Singleton
    AddressPolicy policy(EgressConfig config) {
        return new AddressPolicy(Cidr.parseList(config.allow().orElse("")));
    }

    @Produces
    @Singleton
    Resolver resolver() {
        return new SystemResolver();
    }

    void close(@Disposes Resolver resolver) {
        if (resolver instanceof SystemResolver system) system.close();
    }

    @Produces
    @Singleton
    Deadlines deadlines() {
        return new Deadlines();
    }

    void close(@Disposes Deadlines deadlines) {
        deadlines.close();
    }

    /** A resumed session would not show that a certificate has changed, so none is remembered for longer than a second. */
    @Produces
    @Singleton
    SSLSocketFactory tls() throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, null, null);
        context.getClientSessionContext().setSessionTimeout(1);
        return context.getSocketFactory();
    }

    /** Those that need nothing but a network, then every other that is a bean. */
    @Produces
    @Singleton
    Kinds kinds(
            Resolver resolver,
            AddressPolicy policy,
            SSLSocketFactory tls,
            Deadlines deadlines,
            @Any Instance<Kind<?>> others) {
        var network = Probes.network(new Dialer(resolver, policy), tls, deadlines);
        return new Kinds(Stream.concat(network.stream(), others.stream()).toList());
    }

    @Produces
    @Singleton
    Probes probes(Kinds kinds) {
        return new Probes(kinds);
    }
}
