package dev.tocsin.dashboard.access;

import java.time.Instant;
import java.util.UUID;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.annotation.JsonProperty;
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

    record Setup(String state) {
        boolean awaitsFirstSignIn() {
            return "awaiting-first-sign-in".equals(state);
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
    @Path("/me/password")
    void changePassword(@HeaderParam("Authorization") String bearer, NewPassword password);
}
