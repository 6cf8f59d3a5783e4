package dev.tocsin.dashboard.postmortems;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The pictures of reports as postmortem-service keeps them. */
@Path("/api/v1")
@RegisterRestClient(configKey = "postmortem")
@RegisterProvider(Refusals.class)
interface ImagesClient {
    /** A picture without its bytes; {@code markdown} is what puts it into a text. */
    record Image(
            UUID id, String mime, int width, int height, int bytes, String alt, String markdown, Instant createdAt) {
        public int kilobytes() {
            return Math.max(1, bytes / 1024);
        }
    }

    @GET
    @Path("postmortems/{id}/images")
    List<Image> list(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @POST
    @Path("postmortems/{id}/images")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    Image add(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, @QueryParam("alt") String alt, byte[] file);

    @GET
    @Path("postmortem-images/{image}")
    Response read(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID image);

    @DELETE
    @Path("postmortem-images/{image}")
    void remove(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID image);
}
