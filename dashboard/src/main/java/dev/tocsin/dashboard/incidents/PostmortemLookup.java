package dev.tocsin.dashboard.incidents;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** postmortem-service as far as an incident needs it: is there one, and where. */
@RegisterRestClient(configKey = "postmortem")
@RegisterProvider(Refusals.class)
@Path("/api/v1/postmortems")
interface PostmortemLookup {
    record Found(UUID id, String state) {
        /** The page to read when published, else the form. */
        String href() {
            return "/postmortems/" + id + ("published".equals(state) ? "" : "/edit");
        }
    }

    @GET
    @Path("/by-incident/{incident}")
    Found byIncident(@HeaderParam("Authorization") String bearer, @PathParam("incident") UUID incident);
}
