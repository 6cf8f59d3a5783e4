package dev.tocsin.oncall.paging;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.admin.Bounds;
import dev.tocsin.oncall.paging.Limits.Tier;

/** How often a person is disturbed, and how fast pages go out. */
@ApplicationScoped
class PagingLimits implements Bounds {
    private final PagingConfig config;
    private final TwilioConfig carrier;

    PagingLimits(PagingConfig config, TwilioConfig carrier) {
        this.config = config;
        this.carrier = carrier;
    }

    @Override
    public String about() {
        return "Pages";
    }

    @Override
    public List<Limit> inForce() {
        var storm = Limits.STORM;
        return List.of(
                Limit.of("First pages by one way before they are bundled", storm.messages(), storm.in()),
                tiers("Further texts to one number", Limits.TEXTS),
                tiers("Further calls to one number", Limits.CALLS),
                Limit.of("Requests to the carrier at once, each replica", config.concurrency()),
                new Limit(
                        "Segments a second of our number",
                        carrier.segmentsPerSecond().isPresent()
                                ? String.valueOf(carrier.segmentsPerSecond().getAsDouble())
                                : "as fast as the carrier takes them"));
    }

    /** All of them hold at once; a line ends between two of them. */
    private static Limit tiers(String what, List<Tier> tiers) {
        return new Limit(
                what,
                tiers.stream()
                        .map(tier -> Limit.of(what, tier.messages(), tier.in())
                                .value()
                                .replace(' ', '\u00a0'))
                        .collect(Collectors.joining(", ")));
    }
}
