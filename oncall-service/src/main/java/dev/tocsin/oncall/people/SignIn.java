package dev.tocsin.oncall.people;

import java.util.UUID;

/** What people need of the room that signs them in. */
public interface SignIn {

    /** A password to be told once and changed at the first sign-in; only its hash is kept. */
    record OneTimePassword(String clear, String hash) {}

    OneTimePassword oneTimePassword();

    /** Ends every session of somebody at once. */
    void endSessionsOf(UUID personId);
}
