package dev.tocsin.oncall.access;

import java.util.Locale;

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
import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.people.Accounts;
import dev.tocsin.oncall.people.Accounts.Account;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/**
 * A new password for who forgot the old one. Whoever asks learns nothing of whom we know: the answer is given before
 * anybody is looked for, and unknown addresses count like known ones.
 */
@Path("/api/v1/password-resets")
@PermitAll
@RunOnVirtualThread
public class ForgottenResource {
    private static final int FREE_OF_AN_ADDRESS = 10;
    static final int FREE_OF_AN_ACCOUNT = 3;

    private final Accounts accounts;
    private final PasswordLinks links;
    private final ChosenPassword chosen;
    private final Letters letters;
    private final Throttle throttle;
    private final Ways ways;
    private final AccessConfig config;

    ForgottenResource(
            Accounts accounts,
            PasswordLinks links,
            ChosenPassword chosen,
            Letters letters,
            Throttle throttle,
            Ways ways,
            AccessConfig config) {
        this.accounts = accounts;
        this.links = links;
        this.chosen = chosen;
        this.letters = letters;
        this.throttle = throttle;
        this.ways = ways;
        this.config = config;
    }

    record Forgotten(@NotBlank @Size(max = 320) String email) {}

    record Shown(@NotBlank @Size(max = 100) String token) {
        @Override
        public String toString() {
            return "Shown[]";
        }
    }

    record Seen(String name, String email) {}

    record Chosen(
            @NotBlank @Size(max = 100) String token,
            @NotBlank String password) {

        @Override
        public String toString() {
            return "Chosen[]";
        }
    }

    @POST
    @ResponseStatus(202)
    @Operation(summary = "Mail a link for a new password to this address, if somebody here has it.")
    public void ask(
            @Valid @NotNull Forgotten forgotten,
            @HeaderParam("X-Tocsin-Client") @Size(max = Entrance.LONGEST_ADDRESS) String client,
            HttpServerRequest http) {
        if (!config.passwordSignIn()) throw Problem.forbidden("passwords are switched off here");
        if (!ways.mail()) throw Problem.conflict("no mail server is configured; an administrator can make you a link");
        var email = forgotten.email().strip().toLowerCase(Locale.ROOT);
        wait("reset-from", Entrance.address(client, http), FREE_OF_AN_ADDRESS);
        wait("reset-of", email, FREE_OF_AN_ACCOUNT);
        Thread.ofVirtual().name("letter").start(() -> write(email));
    }

    @POST
    @Path("/look")
    @Operation(summary = "Whose link this is; changes nothing.")
    public Seen look(@Valid @NotNull Shown shown) {
        return links.holder(shown.token())
                .map(account -> new Seen(account.name(), account.email()))
                .orElseThrow(ForgottenResource::over);
    }

    @POST
    @Path("/use")
    @Operation(summary = "Choose a new password by a link; every session ends.")
    public void use(@Valid @NotNull Chosen request) {
        var account = links.holder(request.token()).orElseThrow(ForgottenResource::over);
        var hash = chosen.hash("password", request.password(), account.email());
        if (!links.use(request.token(), hash)) throw over();
        Log.infof("password chosen by a link person=%s", account.id());
    }

    private void write(String email) {
        try {
            accounts.byEmail(email).filter(account -> !account.disabled()).ifPresent(this::write);
        } catch (RuntimeException e) {
            Log.errorf(e, "a letter for a forgotten password was not written");
        }
    }

    private void write(Account account) {
        var made = links.make(account, new Audit.Actor(account.id(), account.name()));
        letters.send(account.email(), "A new password for Tocsin", """
                Somebody, we hope you, asked for a new password for Tocsin. Choose it here within an hour:

                %s

                If it was not you, do nothing: your password stays as it is.
                """.formatted(
                        letters.link("/new-password/" + made.token())));
    }

    private void wait(String what, String whose, int free) {
        throttle.count(what, whose, free).ifPresent(time -> {
            throw Problem.tooMany("too many tries; wait and try again", time);
        });
    }

    private static NotFoundException over() {
        return new NotFoundException("this link was used, or its hour is over");
    }
}
