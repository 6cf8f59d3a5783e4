package dev.tocsin.dashboard.calendar;

import java.time.Instant;
import java.util.UUID;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Ref;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The viewer's calendar addresses, as oncall-service keeps them. */
@Path("/api/v1")
@RegisterRestClient(configKey = "oncall")
@RegisterProvider(Refusals.class)
interface CalendarsClient {
    /** @param schedule null for the viewer's own shifts */
    record Feed(UUID id, Ref schedule, Instant createdAt, Instant rotatedAt, Instant lastUsedAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NewFeed(UUID scheduleId) {}

    /** The address, told once. */
    record Told(UUID id, String url) {}

    @GET
    @Path("schedules")
    Items<Ref> schedules(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") String cursor);

    @GET
    @Path("me/calendars")
    Items<Feed> feeds(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

    @POST
    @Path("me/calendars")
    Told create(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, NewFeed feed);

    @POST
    @Path("me/calendars/{id}/rotate")
    Told rotate(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @DELETE
    @Path("me/calendars/{id}")
    void revoke(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);
}
