package dev.tocsin.dashboard.welcome;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** How far somebody is, and their test pages, as oncall-service knows them. */
@RegisterRestClient(configKey = "oncall")
@RegisterProvider(Refusals.class)
@Path("/api/v1")
interface WelcomeClient {
    record Progress(boolean putAway, List<Step> steps) {}

    record Step(String key, boolean done) {}

    record PutAway(boolean putAway) {}

    /** One way that was tried; {@code why} it did not go out, else null. */
    record Try(String kind, String address, boolean sent, String why) {}

    /** @param state due, sending, accepted, delivered or failed; what has not happened is null */
    record TestPage(
            UUID id,
            UUID methodId,
            String kind,
            String address,
            String state,
            Instant at,
            Instant sentAt,
            Instant deliveredAt,
            Instant arrivedAt,
            String status,
            String error) {}

    @GET
    @Path("first-steps")
    Progress progress(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

    @PUT
    @Path("first-steps")
    Progress putAway(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, PutAway putAway);

    @GET
    @Path("people/{id}/test-pages")
    Items<TestPage> tests(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @POST
    @Path("people/{id}/test-pages")
    Items<Try> send(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @POST
    @Path("people/{id}/test-pages/{test}/arrived")
    void arrived(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, UUID test);
}
