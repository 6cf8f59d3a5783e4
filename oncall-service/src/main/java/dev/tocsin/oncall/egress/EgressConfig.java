package dev.tocsin.oncall.egress;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Where webhooks may lead. */
@ConfigMapping(prefix = "tocsin.egress")
interface EgressConfig {
    /** Ranges such as {@code 10.0.0.0/8}, by commas, that may be reached although they are private. */
    Optional<String> allow();
}
