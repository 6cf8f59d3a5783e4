package dev.tocsin.dashboard.library;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.DashboardConfig;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Service.POSTMORTEM;

/**
 * What is published, for feed readers. They cannot sign in on a page, so here and nowhere else an API token is taken as the
 * password of HTTP Basic: it belongs to a person, can be revoked on the profile, and ends with the account.
 */
@Path("/postmortems")
@RolesAllowed("viewer")
@RunOnVirtualThread
public class FeedPages {
    private static final int NEWEST = 50;
    private static final int FRESH_SECONDS = 300;

    private final LibraryClient library;
    private final CurrentViewer viewers;
    private final DashboardConfig config;

    FeedPages(@RestClient LibraryClient library, CurrentViewer viewers, DashboardConfig config) {
        this.library = library;
        this.viewers = viewers;
        this.config = config;
    }

    @GET
    @Path("feed.atom")
    @Produces("application/atom+xml;charset=UTF-8")
    public Response feed(@BeanParam LibraryFilter filter, @Context Request request) {
        var viewer = viewers.get();
        var query = filter.query(viewer.zone())
                .with("state", "published")
                .with("sort", "published")
                .with("limit", NEWEST);
        List<LibraryClient.Row> rows = POSTMORTEM
                .call(() -> library.list(viewer.bearer(), query.parameters(), filter.tags()))
                .items();
        var base = URI.create(config.publicUrl().replaceAll("/+$", "") + "/");
        var text = Atom.of(
                rows,
                base,
                filter.on("postmortems/feed.atom").path(),
                filter.on("postmortems").path());
        var tag = new EntityTag(Integer.toHexString(text.hashCode()));
        var caching = new CacheControl();
        caching.setPrivate(true);
        caching.setMaxAge(FRESH_SECONDS);
        var unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(text) : unchanged)
                .tag(tag)
                .cacheControl(caching)
                .build();
    }
}
