package dev.tocsin.dashboard.postmortems;

import java.util.UUID;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What people say of a report's facts, and of who sees to it. */
@Path("/api/v1/postmortems/{id}")
@RegisterRestClient(configKey = "postmortem")
@RegisterProvider(Refusals.class)
interface FactsClient {
    /** Without a value, what was measured stands again. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Correcting(String value, String reason) {}

    record Owning(UUID id, String name) {}

    @PUT
    @Path("facts/{fact}")
    Report correct(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, String fact, Correcting correcting);

    @PUT
    @Path("owner")
    Report own(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, Owning owning);
}
