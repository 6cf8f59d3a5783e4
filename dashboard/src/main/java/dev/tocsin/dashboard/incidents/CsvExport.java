package dev.tocsin.dashboard.incidents;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.web.CurrentViewer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Service.ONCALL;

/** Exactly what the list is filtered to, as a file. */
@Path("/incidents.csv")
@RolesAllowed("viewer")
@RunOnVirtualThread
public class CsvExport {
    private static final int AT_ONCE = 200;
    /** What a spreadsheet still opens; a narrower filter gives the rest. */
    private static final int MOST = 20_000;

    private final IncidentsClient incidents;
    private final CurrentViewer viewers;

    CsvExport(@RestClient IncidentsClient incidents, CurrentViewer viewers) {
        this.incidents = incidents;
        this.viewers = viewers;
    }

    @GET
    @Produces("text/csv;charset=UTF-8")
    public Response export(@BeanParam Filter filter) {
        var viewer = viewers.get();
        var csv = new StringBuilder(Csv.head());
        var query = filter.query(viewer.zone(), AT_ONCE, null);
        for (var rows = 0; rows < MOST; ) {
            var asked = query;
            var found = ONCALL.call(() -> incidents.list(viewer.bearer(), asked.parameters()));
            found.items().forEach(row -> csv.append(Csv.line(row)));
            rows += found.items().size();
            if (found.next() == null || found.items().isEmpty()) break;
            query = query.with("cursor", found.next());
        }
        return Response.ok(csv.toString())
                .header("Content-Disposition", "attachment; filename=\"incidents.csv\"")
                .build();
    }
}
