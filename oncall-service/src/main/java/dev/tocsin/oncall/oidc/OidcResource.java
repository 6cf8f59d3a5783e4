package dev.tocsin.oncall.oidc;

import java.net.URI;
import java.util.function.Function;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.access.Entrance;
import dev.tocsin.oncall.access.Throttle;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Signing in with the configured provider: begun here, and ended here with an opaque session like any other. */
@Path("/api/v1/oidc")
@PermitAll
@RunOnVirtualThread
public class OidcResource {
    private static final int FREE_ATTEMPTS_OF_AN_ADDRESS = 60;

    private final Provider provider;
    private final Attempts attempts;
    private final Recognition recognition;
    private final Entrance entrance;
    private final Throttle throttle;
    private final OidcConfig config;

    OidcResource(
            Provider provider,
            Attempts attempts,
            Recognition recognition,
            Entrance entrance,
            Throttle throttle,
            OidcConfig config) {
        this.provider = provider;
        this.attempts = attempts;
        this.recognition = recognition;
        this.entrance = entrance;
        this.throttle = throttle;
        this.config = config;
    }

    /** {@code anew}: ask for the password even of somebody who is signed in at the provider. */
    record Begin(boolean anew) {}

    /** Where to send the browser, and the secret it must bring back; the secret is nobody else's to see. */
    record Begun(URI url, String attempt) {
        @Override
        public String toString() {
            return "Begun[]";
        }
    }

    record Back(
            @NotBlank @Size(max = 100) String attempt,
            @NotBlank @Size(max = 200) String state,
            @NotBlank @Size(max = 4000) String code) {

        @Override
        public String toString() {
            return "Back[]";
        }
    }

    @POST
    @Path("/attempts")
    @ResponseStatus(201)
    @Operation(summary = "Begin to sign in with the provider; gives the address to send the browser to.")
    public Begun begin(
            @Valid @NotNull Begin begin,
            @HeaderParam("X-Tocsin-Client") @Size(max = Entrance.LONGEST_ADDRESS) String client,
            HttpServerRequest http) {
        provided();
        throttle.count("oidc", Entrance.address(client, http), FREE_ATTEMPTS_OF_AN_ADDRESS)
                .ifPresent(wait -> {
                    throw Problem.tooMany("too many tries; wait and try again", wait);
                });
        var attempt = Attempt.begun(begin.anew());
        try {
            var url = provider.authorization(attempt);
            attempts.keep(attempt);
            return new Begun(url, attempt.secret());
        } catch (ProviderTrouble trouble) {
            throw troubled(trouble, Problem::conflict);
        }
    }

    @POST
    @Path("/sessions")
    @ResponseStatus(201)
    @Operation(summary = "End a sign-in with what the provider sent back; gives an opaque session.")
    public Entrance.Entered end(
            @Valid @NotNull Back back,
            @HeaderParam("X-Tocsin-Client") @Size(max = Entrance.LONGEST_ADDRESS) String client,
            HttpServerRequest http) {
        provided();
        var attempt = attempts.take(back.attempt(), back.state())
                .orElseThrow(() -> Problem.unauthorized("this sign-in was used, took too long, or began elsewhere"));
        try {
            var who = provider.whoCame(back.code(), attempt.verifier(), attempt.nonce());
            return switch (recognition.recognise(who)) {
                case Recognition.Outcome.Known(var account) ->
                    entrance.open(account, Entrance.address(client, http), "with " + config.name());
                case Recognition.Outcome.Unknown(var why) -> throw Problem.forbidden(why);
            };
        } catch (ProviderTrouble trouble) {
            throw troubled(trouble, Problem::unauthorized);
        }
    }

    private void provided() {
        if (!provider.isThere()) throw new NotFoundException("no provider is configured");
    }

    private static RuntimeException troubled(ProviderTrouble trouble, Function<String, RuntimeException> refusal) {
        Log.warnf(trouble.getCause(), "sign-in with the provider failed: it %s", trouble.getMessage());
        return refusal.apply("the provider " + trouble.getMessage());
    }
}
