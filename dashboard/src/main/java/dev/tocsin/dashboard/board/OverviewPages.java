package dev.tocsin.dashboard.board;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Names;
import dev.tocsin.dashboard.web.Ref;
import dev.tocsin.dashboard.web.Tab;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.MONITOR;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** All checks as one picture, by team or by service: the board's card with more room. */
@Path("/checks")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("viewer")
@RunOnVirtualThread
public class OverviewPages {
    private static final int WORST = 30;
    private static final int BLOCKS = 80;

    @CheckedTemplate(basePath = "BoardPages")
    record overview(CheckMap map, List<Tab> tabs, String caption) implements TemplateInstance {}

    private final OverviewClient overviews;
    private final Names names;
    private final CurrentViewer viewers;

    OverviewPages(@RestClient OverviewClient overviews, @RestClient Names names, CurrentViewer viewers) {
        this.overviews = overviews;
        this.names = names;
        this.viewers = viewers;
    }

    @GET
    @Path("overview")
    public TemplateInstance overview(@QueryParam("by") String asked) {
        var words = say(BoardWords.class);
        var by = "service".equals(asked) ? CheckMap.By.SERVICE : CheckMap.By.TEAM;
        var bearer = viewers.get().bearer();
        var named = ONCALL.later(() -> names(by, bearer));
        var all = MONITOR.call(() -> overviews.overview(bearer, WORST, CheckMap.CELLS));
        return new overview(
                CheckMap.of(all, by, named.get().or(Map.of()), BLOCKS),
                List.of(tab(words.byTeam(), CheckMap.By.TEAM, by), tab(words.byService(), CheckMap.By.SERVICE, by)),
                by == CheckMap.By.TEAM ? words.byTeam() : words.byService());
    }

    private Map<UUID, String> names(CheckMap.By by, String bearer) {
        Items<Ref> found =
                by == CheckMap.By.TEAM ? names.teams(bearer, Names.MOST) : names.services(bearer, Names.MOST);
        return found.items().stream().collect(Collectors.toMap(Ref::id, Ref::name));
    }

    private static Tab tab(String label, CheckMap.By by, CheckMap.By current) {
        return new Tab(label, "/checks/overview?by=" + by.word(), by == current, 0);
    }
}
