package dev.tocsin.dashboard.postmortems;

import java.util.UUID;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The templates that administrators make for reports. */
@Path("/api/v1")
@RegisterRestClient(configKey = "postmortem")
@RegisterProvider(Refusals.class)
interface ShapesClient {
    /** A template; {@code forNew} when new reports are given it. */
    record Template(UUID id, int version, boolean forNew, Report.Shape shape) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Asked(Integer version, boolean forNew, Report.Shape shape) {}

    /** @param template null for the standard one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reshape(int version, UUID template) {}

    @GET
    @Path("postmortem-templates")
    Items<Template> list(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

    @GET
    @Path("postmortem-templates/{id}")
    Template get(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @POST
    @Path("postmortem-templates")
    Template create(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, Asked asked);

    @PUT
    @Path("postmortem-templates/{id}")
    Template change(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, Asked asked);

    @DELETE
    @Path("postmortem-templates/{id}")
    void delete(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @POST
    @Path("postmortems/{id}/shape")
    Report reshape(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, Reshape reshape);
}
