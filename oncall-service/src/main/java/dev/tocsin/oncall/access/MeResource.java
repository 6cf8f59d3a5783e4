package dev.tocsin.oncall.access;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.oncall.Listing;
import dev.tocsin.oncall.Secrets;
import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.audit.Caller;
import dev.tocsin.oncall.people.Accounts;
import dev.tocsin.oncall.people.PersonView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** What people do about themselves: name, zone, sessions, API tokens. */
@Path("/api/v1/me")
@RolesAllowed("viewer")
@RunOnVirtualThread
public class MeResource {
    private final Accounts accounts;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final Caller caller;
    private final CallerSession current;
    private final Audit audit;
    private final Clock clock;

    MeResource(
            Accounts accounts,
            Sessions sessions,
            ApiTokens tokens,
            Caller caller,
            CallerSession current,
            Audit audit,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.caller = caller;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    record MeRequest(
            @Size(max = 100) @Pattern(regexp = ".*\\S.*", message = "must not be blank")
            String name,

            ZoneId zone,
            Integer version) {}

    record SessionView(
            UUID id, String address, Instant createdAt, Instant lastUsedAt, Instant expiresAt, boolean current) {}

    record TokenRequest(@NotBlank @Size(max = 100) String name) {}

    /** An API token; {@code token} is the secret, present only in the answer that made it. */
    record TokenView(
            UUID id,
            String name,
            @JsonInclude(JsonInclude.Include.NON_NULL) String token,
            Instant createdAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) Instant lastUsedAt) {}

    @GET
    @RolesAllowed({"viewer", "password-change"})
    @Operation(summary = "Who I am.")
    public PersonView me() {
        return accounts.self(caller.id());
    }

    @PATCH
    @Transactional
    @Operation(
            summary =
                    "Change my name or my time zone; with the version I have read, 409 when it is not the present one.")
    public PersonView describe(@Valid @NotNull MeRequest request) {
        audit.record(caller.actor(), "person.changed", caller.name(), "by themself");
        return accounts.describeSelf(
                caller.id(), request.name(), request.zone(), Optional.ofNullable(request.version()));
    }

    @GET
    @Path("/sessions")
    @Transactional
    @Operation(summary = "Where I am signed in.")
    public Listing<SessionView> sessions() {
        return Listing.whole(sessions.of(caller.id()).stream().map(this::view).toList());
    }

    @DELETE
    @Path("/sessions/{id}")
    @Transactional
    @Operation(summary = "End one of my sessions at once.")
    public void endSession(UUID id) {
        if (!sessions.end(caller.id(), id)) throw new NotFoundException("there is no session " + id);
        audit.record(caller.actor(), "session.ended", caller.name(), "");
    }

    @GET
    @Path("/tokens")
    @Transactional
    @Operation(summary = "My API tokens, without their secrets.")
    public Listing<TokenView> tokens() {
        return Listing.whole(tokens.of(caller.id()).stream()
                .map(token -> view(token, Optional.empty()))
                .toList());
    }

    @POST
    @Path("/tokens")
    @ResponseStatus(201)
    @Transactional
    @Operation(summary = "Make an API token; its secret is shown this once.")
    public TokenView makeToken(@Valid @NotNull TokenRequest request) {
        caller.mustHaveConfirmed();
        var secret = ApiTokens.PREFIX + Secrets.random(ApiTokens.SECRET_LENGTH);
        var token = ApiToken.of(secret, caller.id(), request.name(), clock.instant());
        tokens.persist(token);
        audit.record(caller.actor(), "api-token.created", token.name, "");
        return view(token, Optional.of(secret));
    }

    @DELETE
    @Path("/tokens/{id}")
    @Transactional
    @Operation(summary = "Revoke one of my API tokens at once.")
    public void revokeToken(UUID id) {
        if (!tokens.revoke(caller.id(), id)) throw new NotFoundException("there is no API token " + id);
        audit.record(caller.actor(), "api-token.revoked", id.toString(), "");
    }

    private SessionView view(Session session) {
        var isCurrent = current.id().filter(session.id::equals).isPresent();
        return new SessionView(
                session.id, session.address, session.createdAt, session.lastUsedAt, session.expiresAt, isCurrent);
    }

    private static TokenView view(ApiToken token, Optional<String> secret) {
        return new TokenView(token.id, token.name, secret.orElse(null), token.createdAt, token.lastUsedAt);
    }
}
