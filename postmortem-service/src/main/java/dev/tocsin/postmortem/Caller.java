package dev.tocsin.postmortem;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;

import dev.tocsin.postmortem.facts.Ref;
import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is asking, as their token says. */
@RequestScoped
public class Caller {
    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Ref person() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) throw notAPerson();
        var name = token.getClaim("name");
        try {
            return new Ref(UUID.fromString(token.getSubject()), name == null ? "unknown" : name.toString());
        } catch (IllegalArgumentException | NullPointerException e) {
            throw notAPerson();
        }
    }

    public boolean isResponder() {
        return identity.hasRole("responder");
    }

    public boolean isAdmin() {
        return identity.hasRole("admin");
    }

    private static Problem.Refusal notAPerson() {
        return new Problem.Refusal(Response.Status.UNAUTHORIZED, "the token does not name a person", List.of());
    }
}
