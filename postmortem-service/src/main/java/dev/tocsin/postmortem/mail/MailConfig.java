package dev.tocsin.postmortem.mail;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who is told of what is published, and by which server. */
@ConfigMapping(prefix = "tocsin.mail")
interface MailConfig {
    /** The mail server; without one nobody is told. */
    Optional<String> host();

    String from();

    /** Addresses that every publication goes to, lists of the company as a rule; without one nobody is told. */
    Optional<List<String>> to();

    /** How often the outbox is looked into, or {@code off}. */
    @WithDefault("2s")
    String sweep();

    /** Both a server and somebody to write to. */
    default boolean isOn() {
        return host().isPresent() && to().filter(list -> !list.isEmpty()).isPresent();
    }
}
