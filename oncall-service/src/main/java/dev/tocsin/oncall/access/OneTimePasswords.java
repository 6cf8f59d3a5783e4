package dev.tocsin.oncall.access;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.Secrets;
import dev.tocsin.oncall.people.SignIn;

/** Passwords that are told once, and the end of sessions, for the room that keeps people. */
@ApplicationScoped
class OneTimePasswords implements SignIn {
    private static final int LENGTH = 16;

    private final Passwords passwords;
    private final Sessions sessions;

    OneTimePasswords(Passwords passwords, Sessions sessions) {
        this.passwords = passwords;
        this.sessions = sessions;
    }

    @Override
    public OneTimePassword oneTimePassword() {
        var clear = Secrets.random(LENGTH);
        return new OneTimePassword(clear, passwords.hash(clear));
    }

    @Override
    public void endSessionsOf(UUID personId) {
        sessions.endAll(personId, Optional.empty());
    }
}
