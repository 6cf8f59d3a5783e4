package dev.tocsin.local;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The one-time password of the first person: made for an empty database, shown until used, then forgotten. */
final class FirstSignIn {
    static final String EMAIL = "admin@tocsin.local";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Secrets secrets;
    private final URI setup;

    FirstSignIn(Secrets secrets, URI oncall) {
        this.secrets = secrets;
        this.setup = oncall.resolve("/api/v1/setup");
    }

    /** Before the first start of a database. */
    static void prepare(Secrets secrets) throws IOException {
        secrets.password(Secrets.FIRST_PASSWORD);
    }

    /** The password, as long as nobody has signed in with it; after that it is removed from the secrets. */
    Optional<String> password() throws IOException {
        var password = secrets.find(Secrets.FIRST_PASSWORD);
        if (password.isEmpty()) return password;
        var answer = Http.get(setup);
        if (answer.isEmpty()) return password;
        var state = JSON.readTree(answer.get()).path("state").asText();
        if (state.equals("awaiting-first-sign-in")) return password;
        secrets.forget(Secrets.FIRST_PASSWORD);
        return Optional.empty();
    }
}
