package dev.tocsin.dashboard.library;

import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.web.CurrentViewer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Service.POSTMORTEM;

/** Exactly what the library shows, or one report, as a file. */
@Path("/postmortems")
@RolesAllowed("viewer")
@RunOnVirtualThread
public class ExportPages {
    private static final Map<String, String> TYPES =
            Map.of("csv", "text/csv;charset=UTF-8", "json", "application/json", "md", "text/markdown;charset=UTF-8");

    private final LibraryClient library;
    private final CurrentViewer viewers;

    ExportPages(@RestClient LibraryClient library, CurrentViewer viewers) {
        this.library = library;
        this.viewers = viewers;
    }

    @GET
    @Path("export")
    public Response list(@BeanParam LibraryFilter filter, @QueryParam("format") String format) {
        var viewer = viewers.get();
        var type = type(format);
        var query = filter.query(viewer.zone()).with("format", format);
        var text = POSTMORTEM.call(() -> library.export(viewer.bearer(), query.parameters(), filter.tags())
                .readEntity(String.class));
        return file(text, type, "postmortems." + format);
    }

    @GET
    @Path("{id}/export")
    public Response one(UUID id, @QueryParam("format") String format) {
        var wanted = format == null ? "md" : format;
        if (wanted.equals("csv")) throw new NotFoundException("one report is no table");
        var type = type(wanted);
        var text = POSTMORTEM.call(
                () -> library.export(viewers.get().bearer(), id, wanted).readEntity(String.class));
        return file(text, type, "postmortem-" + id + "." + wanted);
    }

    private static String type(String format) {
        var type = format == null ? null : TYPES.get(format);
        if (type == null) throw new NotFoundException("no such file: csv, json or md");
        return type;
    }

    private static Response file(String text, String type, String name) {
        return Response.ok(text, type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
