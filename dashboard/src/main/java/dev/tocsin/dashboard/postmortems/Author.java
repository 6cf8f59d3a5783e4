package dev.tocsin.dashboard.postmortems;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;

/** Who sends a text: asked by hand where a session that has ended must not cost the text. */
@RequestScoped
class Author {
    private final CurrentIdentityAssociation identities;

    Author(CurrentIdentityAssociation identities) {
        this.identities = identities;
    }

    boolean isSignedIn() {
        try {
            return !identity().isAnonymous();
        } catch (AuthenticationFailedException over) {
            return false; // the session is over or was revoked
        }
    }

    /** @throws ForbiddenException for those who may only read */
    void mustBeResponder() {
        if (!identity().hasRole("responder")) throw new ForbiddenException("a viewer does not write");
    }

    private SecurityIdentity identity() {
        return identities.getDeferredIdentity().await().indefinitely();
    }
}
