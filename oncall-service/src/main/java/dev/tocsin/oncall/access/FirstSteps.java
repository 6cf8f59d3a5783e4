package dev.tocsin.oncall.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.tocsin.oncall.people.Accounts;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;

/** Makes ready what signing in needs: the key, and the first administrator when there is nobody yet. */
@ApplicationScoped
class FirstSteps {
    static final String FIRST_LOGIN = "admin@tocsin.local";

    private final SigningKeys keys;
    private final Accounts accounts;
    private final Passwords passwords;
    private final AccessConfig config;

    FirstSteps(SigningKeys keys, Accounts accounts, Passwords passwords, AccessConfig config) {
        this.keys = keys;
        this.accounts = accounts;
        this.passwords = passwords;
        this.config = config;
    }

    void atStart(@Observes StartupEvent start) {
        keys.load();
        config.bootstrapPassword().ifPresent(this::welcomeFirstAdministrator);
    }

    private void welcomeFirstAdministrator(String password) {
        if (accounts.createFirst("Administrator", FIRST_LOGIN, passwords.hash(password)))
            Log.infof("nobody exists yet: %s may sign in with the one-time password", FIRST_LOGIN);
    }
}
