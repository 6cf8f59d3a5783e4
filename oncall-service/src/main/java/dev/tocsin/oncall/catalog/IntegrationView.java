package dev.tocsin.oncall.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;

/**
 * An integration with its living keys, the newest first. {@code routingKey} is the secret, present only in the answer
 * that made it, with {@code setup} to copy; {@code keyPrefix} is the newest key's front, {@code lastUsedAt} when any of the keys was used last.
 */
record IntegrationView(
        UUID id,
        String name,
        Integration.Kind kind,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> routingKey,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Setup> setup,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> keyPrefix,
        Instant createdAt,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> lastUsedAt,
        List<Key> keys,

        @JsonRawValue @JsonInclude(JsonInclude.Include.NON_NULL)
        String mapping) {

    /** One key, without the secret; {@code expiresAt} is set once a newer key has replaced it. */
    record Key(
            UUID id,
            String prefix,
            Instant createdAt,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> lastUsedAt,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> expiresAt) {

        static Key of(IntegrationKey key) {
            return new Key(key.id, key.keyPrefix, key.createdAt, key.lastUsed(), Optional.ofNullable(key.expiresAt));
        }
    }

    static IntegrationView of(
            Integration integration, List<IntegrationKey> keys, Optional<String> secret, Optional<Setup> setup) {
        return new IntegrationView(
                integration.id,
                integration.name,
                integration.kind,
                secret,
                setup,
                keys.stream().map(key -> key.keyPrefix).findFirst(),
                integration.createdAt,
                keys.stream().flatMap(key -> key.lastUsed().stream()).max(Instant::compareTo),
                keys.stream().map(Key::of).toList(),
                integration.mapping);
    }
}
