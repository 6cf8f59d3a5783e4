package dev.tocsin.oncall.notice;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.admin.Connection;

/** Where closed incidents are handed on, as administrators see it. Teams' own webhooks have pages of their own. */
@ApplicationScoped
class HandoverConnection implements Connection {
    private final NoticeConfig config;

    HandoverConnection(NoticeConfig config) {
        this.config = config;
    }

    @Override
    public String id() {
        return "postmortems";
    }

    @Override
    public String title() {
        return "Closed incidents (webhook to postmortem-service)";
    }

    @Override
    public boolean configured() {
        return config.postmortemUrl().isPresent();
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.of("TOCSIN_POSTMORTEM_URL", config.postmortemUrl()),
                Setting.secret("TOCSIN_WEBHOOK_SECRET", config.secret()));
    }

    @Override
    public Optional<String> test() {
        return Optional.empty();
    }

    @Override
    public Tried tryFor(UUID personId) {
        return new Tried(false, "There is nothing to try: it is used whenever an incident closes.");
    }
}
