package dev.tocsin.dashboard.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Tab;
import dev.tocsin.dashboard.web.Viewer;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;

/** Every component once, in each of its states. */
@Path("/dev/components")
@PermitAll
@RunOnVirtualThread
@IfBuildProfile(anyOf = {"dev", "test"})
public class CataloguePages {
    @CheckedTemplate(basePath = "CataloguePages")
    record components(
            Form blank, Form refused, List<Option> teams, List<Tab> tabs, Instant past, Instant future, Charts charts)
            implements TemplateInstance {}

    private static final Viewer ADA = new Viewer(
            new UUID(0, 1), "Ada Lovelace", "ada@example.org", "admin", ZoneId.of("Europe/Berlin"), false, "none");

    private final Clock clock;

    public CataloguePages(Clock clock) {
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(@Context RoutingContext context) {
        CurrentViewer.remember(context, ADA);
        var now = clock.instant();
        var blank = Form.blank().with("delay", Duration.ofMinutes(5)).with("team", "b");
        return new components(
                blank,
                blank.with("name", "checkout <b>")
                        .refuse("name", "A name has letters, digits and dashes only.")
                        .refuse("delay", "must be between 1 minute and 1 day"),
                List.of(new Option("a", "Payments"), new Option("b", "Platform")),
                List.of(
                        new Tab("Open", "#", true, 3),
                        new Tab("Resolved", "#", false, 0),
                        new Tab("All", "#", false, 128)),
                now.minus(Duration.ofMinutes(64)),
                now.plus(Duration.ofMinutes(4)),
                Charts.at(now));
    }
}
