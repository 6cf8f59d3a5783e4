package dev.tocsin.oncall.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;

/** Refuses to start with a receiver but no good secret: its documents would be written and never accepted. */
@ApplicationScoped
class NoticeSettings {
    private final NoticeConfig config;

    NoticeSettings(NoticeConfig config) {
        this.config = config;
    }

    /** @throws IllegalStateException with one sentence that names the key */
    void check(@Observes StartupEvent start) {
        if (config.postmortemUrl().isEmpty()) return;
        var secret = config.secret()
                .orElseThrow(() ->
                        new IllegalStateException("TOCSIN_WEBHOOK_SECRET is not set, but TOCSIN_POSTMORTEM_URL is."));
        try {
            new WebhookSignature(secret);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("TOCSIN_WEBHOOK_SECRET is not good: " + e.getMessage() + ".", e);
        }
    }
}
