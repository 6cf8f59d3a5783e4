package dev.tocsin.dashboard.calendar;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.Refusals;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Service.ONCALL;

/** Hands a calendar through to whoever knows its secret address: calendar programs cannot sign in, and know one host. */
@Path("/calendar/{token: [0-9A-Za-z]{32}}.ics")
@PermitAll
@RunOnVirtualThread
public class CalendarFiles {
    @RegisterRestClient(configKey = "oncall")
    @RegisterProvider(Refusals.class)
    @Path("/calendar/{token}.ics")
    interface Client {
        @GET
        Response read(@PathParam("token") String token, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known);
    }

    private final Client client;

    CalendarFiles(@RestClient Client client) {
        this.client = client;
    }

    @GET
    public Response read(@PathParam("token") String token, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        try (var found = ONCALL.call(() -> client.read(token, known))) {
            var answer = Response.status(found.getStatus())
                    .header(HttpHeaders.ETAG, found.getHeaderString(HttpHeaders.ETAG))
                    .header(HttpHeaders.CACHE_CONTROL, found.getHeaderString(HttpHeaders.CACHE_CONTROL));
            if (found.getStatus() != Response.Status.OK.getStatusCode()) return answer.build();
            return answer.type("text/calendar; charset=utf-8")
                    .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"on-call.ics\"")
                    .entity(found.readEntity(String.class))
                    .build();
        } catch (CallFailed failure) {
            // A program reads this, not a person: the status is all it wants.
            return Response.status(failure.status()).build();
        }
    }
}
