package dev.tocsin.monitor.plugin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What plugins there are. */
@Path("/api/v1/plugins")
@RunOnVirtualThread
public class PluginResource {
    private final Plugins plugins;

    PluginResource(Plugins plugins) {
        this.plugins = plugins;
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "Whether plugins are run here, which, and within which bounds")
    public PluginsView get() {
        return plugins.view();
    }
}
