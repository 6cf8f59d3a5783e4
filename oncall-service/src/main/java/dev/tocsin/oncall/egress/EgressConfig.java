package dev.tocsin.oncall.egress;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Which private addresses may be called. */
@ConfigMapping(prefix = "tocsin.egress")
public interface EgressConfig {
    /** Ranges separated by commas, such as {@code 10.0.0.0/8}, that may be called although they are private. */
    Optional<String> allow();

    /** The policy for addresses that somebody else chose. */
    default AddressPolicy policy() {
        return new AddressPolicy(allow().map(Cidr::parseList).orElse(List.of()));
    }
}
