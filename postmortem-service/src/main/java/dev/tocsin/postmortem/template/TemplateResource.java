package dev.tocsin.postmortem.template;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.tocsin.postmortem.report.Shape;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

/** The company's templates of reports. Administrators make them; none of them asks for less than the gate. */
@Path("/api/v1/postmortem-templates")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
@RunOnVirtualThread
class TemplateResource {
    /** All of them: there are 50 at most. */
    record Listing(List<TemplateView> items, Optional<String> next) {}

    /** {@code version} is asked of a change. */
    record Asked(
            Integer version,
            boolean forNew,
            @NotNull(message = "is required") Shape shape) {}

    private final Templates templates;

    TemplateResource(Templates templates) {
        this.templates = templates;
    }

    @GET
    @Operation(summary = "List the templates by name; the standard one is not among them")
    public Listing list() {
        return new Listing(templates.all(), Optional.empty());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a template")
    public TemplateView get(@RestPath UUID id) {
        return templates.view(id);
    }

    @POST
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make a template; with forNew, new reports are given it")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TemplateView.class)))
    public Response create(@NotNull(message = "is required") @Valid Asked asked) {
        return Response.status(Response.Status.CREATED)
                .entity(templates.create(asked.shape(), asked.forNew()))
                .build();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change a template for reports to come; 409 when it was changed meanwhile")
    public TemplateView change(@RestPath UUID id, @NotNull(message = "is required") @Valid Asked asked) {
        return templates.change(id, asked.version() == null ? 0 : asked.version(), asked.shape(), asked.forNew());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("admin")
    @Operation(summary = "Delete a template; reports that have its shape keep it")
    public void delete(@RestPath UUID id) {
        templates.remove(id);
    }
}
