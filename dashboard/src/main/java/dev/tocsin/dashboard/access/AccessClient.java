package dev.tocsin.dashboard.access;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tocsin.dashboard.web.Address;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** oncall-service as far as access goes: sessions, the exchange of one for a token, the own password. */
@RegisterRestClient(configKey = "oncall")
@RegisterProvider(Refusals.class)
@Path("/api/v1")
interface AccessClient {
    record Credentials(String email, String password) {
        /** Without the password: a log line must not carry it. */
        @Override
        public String toString() {
            return email;
        }
    }

    record Session(String session, Instant expiresAt, Person person) {}

    record Exchange(String token, Person person) {}

    record Person(UUID id, String name, String email, String role, String zone, boolean mustChangePassword) {}

    /**
     * The ways in.
     *
     * @param provider what to call the OIDC provider; null without one
     * @param mail links can be sent by e-mail
     */
    record Setup(String state, boolean passwords, String provider, boolean mail) {
        /** What is assumed while oncall-service does not answer: the form, which will say so. */
        static final Setup UNKNOWN = new Setup("done", true, null, false);

        public boolean awaitsFirstSignIn() {
            return passwords && "awaiting-first-sign-in".equals(state);
        }

        /** The link by which somebody signs in there anew, though signed in. */
        public String anew() {
            return new Address("/login/provider")
                    .with("next", "/profile")
                    .with("anew", true)
                    .toString();
        }

        /** The link to the provider, and from there to {@code next}. */
        public String there(String next) {
            return new Address("/login/provider").with("next", next).toString();
        }
    }

    /** @param anew ask for the password even of somebody who is signed in at the provider */
    record Begin(boolean anew) {}

    record Begun(URI url, String attempt) {}

    record Back(String attempt, String state, String code) {}

    record Proof(String password) {
        @Override
        public String toString() {
            return "Proof[]";
        }
    }

    record NewPassword(String current, @JsonProperty("new") String next) {}

    /** @param client the address the person signs in from, for throttling */
    @POST
    @Path("/sessions")
    Session signIn(@HeaderParam("X-Tocsin-Client") String client, Credentials credentials);

    @POST
    @Path("/token")
    Exchange exchange(@HeaderParam("Authorization") String session);

    @DELETE
    @Path("/sessions/current")
    void signOut(@HeaderParam("Authorization") String session);

    @GET
    @Path("/setup")
    Setup setup();

    @POST
    @Path("/oidc/attempts")
    Begun begin(@HeaderParam("X-Tocsin-Client") String client, Begin begin);

    @POST
    @Path("/oidc/sessions")
    Session end(@HeaderParam("X-Tocsin-Client") String client, Back back);

    @POST
    @Path("/me/confirmation")
    void confirm(
            @HeaderParam("Authorization") String bearer, @HeaderParam("X-Tocsin-Client") String client, Proof proof);

    @POST
    @Path("/me/password")
    void changePassword(@HeaderParam("Authorization") String bearer, NewPassword password);
}
