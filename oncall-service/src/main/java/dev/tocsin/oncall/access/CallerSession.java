package dev.tocsin.oncall.access;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The session the caller's token came from; API tokens and the operator have none. */
@RequestScoped
class CallerSession {
    private final SecurityIdentity identity;

    CallerSession(SecurityIdentity identity) {
        this.identity = identity;
    }

    Optional<UUID> id() {
        var token = (JsonWebToken) identity.getPrincipal();
        return token.<String>claim(Tokens.SESSION).map(UUID::fromString);
    }
}
