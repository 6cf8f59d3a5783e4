package dev.tocsin.postmortem.intake;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** What guards the door, and signs what we hand to oncall-service. */
@ConfigMapping(prefix = "tocsin.webhook")
public interface WebhookConfig {
    /** One {@code whsec_} secret, or two parted by a comma while one replaces the other; without one nobody gets in. */
    Optional<String> secret();
}
