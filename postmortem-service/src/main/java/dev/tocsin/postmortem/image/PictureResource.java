package dev.tocsin.postmortem.image;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

/** Serving pictures to those who may read reports. */
@Path("/api/v1/postmortem-images/{imageId}")
@RolesAllowed("viewer")
@RunOnVirtualThread
class PictureResource {
    private final Images images;

    PictureResource(Images images) {
        this.images = images;
    }

    @GET
    @Operation(summary = "Read a picture")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "image/*"))
    public Response read(@RestPath UUID imageId) {
        var picture = images.find(imageId).orElseThrow(() -> new NotFoundException("no picture " + imageId));
        return Response.ok(picture.bytes())
                .type(picture.mime())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, max-age=86400, immutable")
                .build();
    }

    @DELETE
    @RolesAllowed("responder")
    @Operation(summary = "Remove a picture that no text shows; 409 while one does")
    public void remove(@RestPath UUID imageId) {
        images.remove(imageId);
    }
}
