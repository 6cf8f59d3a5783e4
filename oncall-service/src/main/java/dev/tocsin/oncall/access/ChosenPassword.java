package dev.tocsin.oncall.access;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.Problem;

/** A password that somebody chooses for themself: judged, then hashed. */
@ApplicationScoped
public class ChosenPassword {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;

    private final Passwords passwords;
    private final AccessConfig config;

    ChosenPassword(Passwords passwords, AccessConfig config) {
        this.passwords = passwords;
        this.config = config;
    }

    /** The hash to keep; refuses what is too short, too long, or the address itself, and all where passwords are off. */
    public String hash(String field, String password, String email) {
        judge(field, password, email);
        return passwords.hash(password);
    }

    void judge(String field, String password, String email) {
        if (!config.passwordSignIn()) throw Problem.forbidden("passwords are switched off here");
        if (password.length() < SHORTEST || password.length() > LONGEST)
            throw Problem.badField(field, "must have %d to %d characters".formatted(SHORTEST, LONGEST));
        if (password.equalsIgnoreCase(email)) throw Problem.badField(field, "must not be your e-mail address");
    }
}
