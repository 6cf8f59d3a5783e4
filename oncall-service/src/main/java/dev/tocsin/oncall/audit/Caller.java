package dev.tocsin.oncall.audit;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who calls, as their token says. Only where a sign-in is required: there is no caller on the open doors. */
@RequestScoped
public class Caller {
    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public UUID id() {
        return UUID.fromString(token().getSubject());
    }

    public String name() {
        return token().getClaim("name");
    }

    public Audit.Actor actor() {
        return new Audit.Actor(id(), name());
    }

    public boolean isAdmin() {
        return identity.hasRole("admin");
    }

    private JsonWebToken token() {
        return (JsonWebToken) identity.getPrincipal();
    }
}
