package dev.tocsin.oncall.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import dev.tocsin.oncall.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who calls, as their token says. Only where a sign-in is required: there is no caller on the open doors. */
@RequestScoped
public class Caller {
    /** The claim that says when the person last proved who they are; absent in tokens of programs. */
    public static final String CONFIRMED = "confirmed_at";

    private static final Duration GOOD_FOR = Duration.ofMinutes(15);

    private final SecurityIdentity identity;
    private final Clock clock;

    Caller(SecurityIdentity identity, Clock clock) {
        this.identity = identity;
        this.clock = clock;
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

    /**
     * Refuses a person who proved who they are longer than a quarter of an hour ago: a session left open somewhere must
     * not be enough to lead pages elsewhere. Programs prove it with every call.
     */
    public void mustHaveConfirmed() {
        var at = token().<String>claim(CONFIRMED).map(Instant::parse);
        if (at.filter(then -> then.plus(GOOD_FOR).isBefore(clock.instant())).isPresent()) throw Problem.unconfirmed();
    }

    private JsonWebToken token() {
        return (JsonWebToken) identity.getPrincipal();
    }
}
