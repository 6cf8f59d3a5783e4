package dev.tocsin.oncall.paging;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;

/** Refuses to start where pages could not go out: better no service than one that looks alive and wakes nobody. */
@ApplicationScoped
class CarrierSettings {
    private final TwilioConfig config;

    CarrierSettings(TwilioConfig config) {
        this.config = config;
    }

    void check(@Observes StartupEvent start) {
        if (LaunchMode.current() != LaunchMode.NORMAL) return;
        required("TWILIO_ACCOUNT_SID", config.accountSid(), "AC");
        required("TWILIO_AUTH_TOKEN", config.authToken(), "");
        required("TWILIO_FROM", config.from(), "+");
    }

    /** @throws IllegalStateException with one sentence that names the key */
    static void required(String key, Optional<String> value, String beginning) {
        if (value.isEmpty()) throw new IllegalStateException(key + " is not set, and without it nobody can be paged.");
        if (!value.get().startsWith(beginning)) {
            throw new IllegalStateException("%s must begin with %s.".formatted(key, beginning));
        }
    }
}
