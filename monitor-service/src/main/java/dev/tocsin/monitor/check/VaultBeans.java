package dev.tocsin.monitor.check;

import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import dev.tocsin.monitor.secret.Vault;
import io.smallrye.config.ConfigMapping;

/** Gives the vault its keys. */
@Dependent
class VaultBeans {

    /** With what secrets are sealed in the database. */
    @ConfigMapping(prefix = "monitor.secrets")
    interface SecretsConfig {
        /** Seals and opens; at least 32 characters. */
        String key();

        /** Only opens: the key before, while it is being changed. */
        Optional<String> oldKey();
    }

    @Produces
    @Singleton
    Vault vault(SecretsConfig config) {
        return new Vault(
                Stream.concat(Stream.of(config.key()), config.oldKey().stream()).toList());
    }
}
