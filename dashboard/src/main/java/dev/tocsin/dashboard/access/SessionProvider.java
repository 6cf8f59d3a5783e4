package dev.tocsin.dashboard.access;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;

import jakarta.inject.Singleton;

import dev.tocsin.dashboard.access.AccessClient.Exchange;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Viewer;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Service.ONCALL;

/** Exchanges the session for a token, each request anew: that is what makes signing out mean out. */
@Singleton
class SessionProvider implements IdentityProvider<SessionRequest> {
    private final AccessClient access;

    SessionProvider(@RestClient AccessClient access) {
        this.access = access;
    }

    @Override
    public Class<SessionRequest> getRequestType() {
        return SessionRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(SessionRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> {
            var viewer = viewer(exchange(request));
            CurrentViewer.remember(HttpSecurityUtils.getRoutingContextAttribute(request), viewer);
            return QuarkusSecurityIdentity.builder()
                    .setPrincipal(new QuarkusPrincipal(viewer.name()))
                    .addRoles(roles(viewer))
                    .build();
        });
    }

    private Exchange exchange(SessionRequest request) {
        try {
            return ONCALL.call(() -> access.exchange(request.bearer()));
        } catch (CallFailed.Refused over) {
            throw new AuthenticationFailedException(over);
        }
    }

    static Viewer viewer(Exchange exchange) {
        var person = exchange.person();
        return new Viewer(
                person.id(),
                person.name(),
                person.email(),
                person.role(),
                zone(person.zone()),
                person.mustChangePassword(),
                exchange.token());
    }

    /** Roles are cumulative; somebody who must choose a password may do that and nothing else. */
    static Set<String> roles(Viewer viewer) {
        if (viewer.mustChangePassword()) return Set.of("password-change");
        return switch (viewer.role()) {
            case "admin" -> Set.of("viewer", "responder", "admin");
            case "responder" -> Set.of("viewer", "responder");
            default -> Set.of("viewer");
        };
    }

    private static ZoneId zone(String id) {
        try {
            return id == null ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException unknownHere) {
            return ZoneOffset.UTC; // a zone newer than our tables: the page prints UTC and says so
        }
    }
}
