package dev.tocsin.dashboard.admin;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;

import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Which limits each service keeps, as it says them itself. */
final class LimitsClients {
    private LimitsClients() {}

    record Limit(String what, String value) {}

    record Room(String about, List<Limit> limits) {}

    @RegisterRestClient(configKey = "oncall")
    @RegisterProvider(Refusals.class)
    @Path("/api/v1/admin/limits")
    interface Oncall {
        @GET
        Items<Room> limits(@HeaderParam("Authorization") String bearer);
    }

    @RegisterRestClient(configKey = "monitor")
    @RegisterProvider(Refusals.class)
    @Path("/api/v1/limits")
    interface Monitor {
        @GET
        Items<Room> limits(@HeaderParam("Authorization") String bearer);
    }

    @RegisterRestClient(configKey = "postmortem")
    @RegisterProvider(Refusals.class)
    @Path("/api/v1/limits")
    interface Postmortem {
        @GET
        Items<Room> limits(@HeaderParam("Authorization") String bearer);
    }
}
