package dev.tocsin.postmortem.image;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.tocsin.postmortem.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Putting pictures into reports. */
@Path("/api/v1/postmortems/{id}/images")
@RolesAllowed("viewer")
@RunOnVirtualThread
class ImageResource {
    private final Images images;
    private final Caller caller;

    ImageResource(Images images, Caller caller) {
        this.images = images;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("responder")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Add a picture (PNG, JPEG or GIF, at most 5 MB; the body is the file). It is made anew, without "
                    + "its metadata, at most 1600 pixels wide; alt says what it shows to those who cannot see it")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ImageView.class)))
    public Response add(
            @RestPath UUID id,
            @RestQuery
                    @NotBlank(message = "is required: say what the picture shows")
                    @Size(max = 300, message = "must be at most 300 characters")
                    String alt,
            byte[] file) {
        var image = images.add(id, file, alt.strip(), caller.person());
        return Response.status(Response.Status.CREATED).entity(image).build();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List a report's pictures, oldest first, with the Markdown that shows each")
    public List<ImageView> list(@RestPath UUID id) {
        return images.of(id);
    }
}
