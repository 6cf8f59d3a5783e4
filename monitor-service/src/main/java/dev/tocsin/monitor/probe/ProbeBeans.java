package dev.tocsin.monitor.probe;

import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

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
import dev.tocsin.monitor.tls.Tls;
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

    /** How echoes are sent. */
    @ConfigMapping(prefix = "monitor.ping")
    interface PingConfig {
        /** The program, by its path or its name. */
        String program();
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

    @Produces
    @Singleton
    Tls tls() {
        return Tls.ofTheMachine();
    }

    /** Those that need nothing but a network, then every other that is a bean. */
    @Produces
    @Singleton
    Kinds kinds(
            Resolver resolver,
            AddressPolicy policy,
            Tls tls,
            Deadlines deadlines,
            Clock clock,
            PingConfig ping,
            @Any Instance<Kind<?>> others) {
        var network = new Network(new Dialer(resolver, policy), tls, deadlines, clock);
        // Beans have no order of their own, and what is made of the kinds must not change from build to build.
        var more = others.stream().sorted(Comparator.comparing(Kind::word));
        return new Kinds(
                Stream.concat(network.kinds(ping.program()).stream(), more).toList());
    }

    @Produces
    @Singleton
    Probes probes(Kinds kinds) {
        return new Probes(kinds);
    }
}
