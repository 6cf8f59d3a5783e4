package dev.tocsin.postmortem.action;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How people are told of their tasks. */
@ConfigMapping(prefix = "tocsin.task")
interface ActionConfig {
    /** Base address of oncall-service, which knows how each person is reached; while it is unset messages wait. */
    Optional<URI> oncallUrl();

    /** How often to look for messages that wait; {@code off} for never. */
    String every();

    /** How often to look for tasks that near their day. */
    String remindEvery();

    /** How often to look whether the checks made for tasks run. */
    String checksEvery();

    /** How long one request may take. */
    @WithDefault("10s")
    Duration within();
}
