package dev.tocsin.dashboard.access;

import java.time.Instant;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What oncall-service does for somebody who holds a link: an invitation, or one for a new password. */
@RegisterRestClient(configKey = "oncall")
@RegisterProvider(Refusals.class)
@Path("/api/v1")
interface LinksClient {
    record Shown(String token) {}

    record Invited(String email, String role, String invitedBy, Instant expiresAt) {}

    record Taken(String token, String name, String zone, String password) {
        /** Without the password: a log line must not carry it. */
        @Override
        public String toString() {
            return name;
        }
    }

    record Forgotten(String email) {}

    record Holder(String name, String email) {}

    record Chosen(String token, String password) {
        @Override
        public String toString() {
            return "Chosen[]";
        }
    }

    @POST
    @Path("/welcome/look")
    Invited look(Shown shown);

    @POST
    @Path("/welcome/accept")
    AccessClient.Session accept(@HeaderParam("X-Tocsin-Client") String client, Taken taken);

    @POST
    @Path("/password-resets")
    void forgotten(@HeaderParam("X-Tocsin-Client") String client, Forgotten forgotten);

    @POST
    @Path("/password-resets/look")
    Holder holder(Shown shown);

    @POST
    @Path("/password-resets/use")
    void choose(Chosen chosen);
}
