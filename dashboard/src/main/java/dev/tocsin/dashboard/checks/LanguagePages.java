package dev.tocsin.dashboard.checks;

import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import dev.tocsin.dashboard.checks.LanguageClient.Kind;
import dev.tocsin.dashboard.checks.LanguageClient.Language;
import dev.tocsin.dashboard.web.CurrentViewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Service.MONITOR;

/** Help with conditions, made of what monitor-service says of itself: it cannot lag behind. */
@Path("/checks")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("viewer")
@RunOnVirtualThread
public class LanguagePages {
    /** @param kinds the one asked for, or all */
    @CheckedTemplate(basePath = "CheckPages")
    record conditions(Language language, List<Kind> kinds, Optional<String> only) implements TemplateInstance {}

    private final LanguageClient client;
    private final CurrentViewer viewers;

    LanguagePages(@RestClient LanguageClient client, CurrentViewer viewers) {
        this.client = client;
        this.viewers = viewers;
    }

    @GET
    @Path("conditions")
    public TemplateInstance help(@QueryParam("kind") String wanted) {
        var language = MONITOR.call(() -> client.language(viewers.get().bearer()));
        var one = language.items().stream()
                .filter(kind -> kind.kind().equals(wanted))
                .toList();
        return one.isEmpty()
                ? new conditions(language, language.items(), Optional.empty())
                : new conditions(language, one, Optional.of(wanted));
    }
}
