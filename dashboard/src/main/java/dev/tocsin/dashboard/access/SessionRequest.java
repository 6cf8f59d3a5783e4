package dev.tocsin.dashboard.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A session found in a cookie, to be proved. */
final class SessionRequest extends BaseAuthenticationRequest {
    private final String session;

    SessionRequest(String session) {
        this.session = session;
    }

    String bearer() {
        return "Bearer " + session;
    }
}
