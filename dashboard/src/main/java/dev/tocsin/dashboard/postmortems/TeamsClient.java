package dev.tocsin.dashboard.postmortems;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The teams to filter by, as oncall-service keeps them. */
@Path("/api/v1/teams")
@RegisterRestClient(configKey = "oncall")
@RegisterProvider(Refusals.class)
interface TeamsClient {
    @GET
    Items<Report.Ref> list(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") String cursor);
}
