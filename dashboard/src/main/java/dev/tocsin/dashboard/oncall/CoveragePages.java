package dev.tocsin.dashboard.oncall;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import dev.tocsin.dashboard.web.Clockface;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Refusals;
import dev.tocsin.dashboard.web.Tab;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestQuery;

import static dev.tocsin.dashboard.web.Service.ONCALL;

/** Coverage: where trouble of a service would find nobody, or nobody who can be reached, in the next 90 days. */
@Path("/coverage")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("viewer")
@RunOnVirtualThread
public class CoveragePages {
    private static final int MOST_LISTED = 3;
    private static final int ON_A_PAGE = 100;

    /** @param well services nothing is wrong with */
    @CheckedTemplate(basePath = "OnCallPages")
    record coverage(List<Row> troubled, List<Row> well, String more, String first, Clockface clock, List<Tab> tabs)
            implements TemplateInstance {}

    @Path("/api/v1/coverage")
    @RegisterRestClient(configKey = "oncall")
    @RegisterProvider(Refusals.class)
    interface Client {
        @GET
        Items<Row> page(
                @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @RestQuery int limit, @RestQuery String cursor);
    }

    /** One service. */
    record Row(Ref service, Ref team, List<Finding> findings) {}

    /** Something that would go wrong; {@code when} has its first stretches, {@code times} counts them all. */
    record Finding(
            String kind, String text, Ref person, Instant begins, int times, Duration total, List<Stretch> when) {

        /** Nobody would be told: worse than somebody who is told twice. */
        public boolean isBad() {
            return !kind.equals("same-person-twice");
        }

        /** Whether it is so at certain times only, and not by the way things are set up. */
        public boolean isTimed() {
            return kind.equals("gap") || kind.equals("same-person-twice");
        }

        public List<Stretch> listed() {
            return when.stream().limit(MOST_LISTED).toList();
        }

        public int more() {
            return times - listed().size();
        }
    }

    record Stretch(Instant start, Instant end) {}

    private final Client client;
    private final CurrentViewer viewers;
    private final Clock clock;

    CoveragePages(@RestClient Client client, CurrentViewer viewers, Clock clock) {
        this.client = client;
        this.viewers = viewers;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(@QueryParam("cursor") String cursor) {
        var viewer = viewers.get();
        var page = ONCALL.call(() -> client.page(viewer.bearer(), ON_A_PAGE, cursor));
        var rows = page.items();
        return new coverage(
                rows.stream().filter(row -> !row.findings().isEmpty()).toList(),
                rows.stream().filter(row -> row.findings().isEmpty()).toList(),
                page.next() == null ? null : "/coverage?cursor=" + page.next(),
                cursor == null ? null : "/coverage",
                new Clockface(viewer.zone(), clock.instant()),
                OnCallPages.tabs("coverage"));
    }
}
