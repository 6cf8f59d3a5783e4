package dev.tocsin.dashboard.oncall;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the forms of this room offer to choose from; of each only its name is read. */
@Path("/api/v1")
@RegisterRestClient(configKey = "oncall")
@RegisterProvider(Refusals.class)
interface ChoicesClient {
    @GET
    @Path("teams")
    Items<Ref> teams(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") String cursor);

    /** People who can be paged: {@code disabled} ones are left out by {@link Choices}. */
    @GET
    @Path("people")
    Items<Pageable> people(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") String cursor);

    @GET
    @Path("schedules")
    Items<Ref> schedules(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") String cursor);

    @GET
    @Path("policies")
    Items<Ref> policies(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") String cursor);

    record Pageable(UUID id, String name, boolean disabled) {}
}
