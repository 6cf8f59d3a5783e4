package dev.tocsin.dashboard.search;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import dev.tocsin.dashboard.web.CurrentViewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.MONITOR;
import static dev.tocsin.dashboard.web.Service.ONCALL;
import static dev.tocsin.dashboard.web.Service.POSTMORTEM;

/** The search over everything, and the page of keys. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("viewer")
@RunOnVirtualThread
public class SearchPages {
    private static final int MOST = 6;
    private static final int LONGEST = 100;

    /** @param found null before anything was asked */
    @CheckedTemplate(basePath = "SearchPages")
    record search(String q, Found found) implements TemplateInstance {}

    @CheckedTemplate(basePath = "SearchPages")
    record keys(List<Keys> groups) implements TemplateInstance {}

    /** Keys that belong together. */
    record Keys(String title, List<Key> keys) {}

    /** What to press, one after the other, and what it does. */
    record Key(List<String> press, String does) {}

    private static List<Keys> all() {
        var words = say(SearchWords.class);
        return List.of(
                new Keys(
                        words.go(),
                        List.of(
                                new Key(List.of("g", "b"), words.board()),
                                new Key(List.of("g", "i"), words.incidents()),
                                new Key(List.of("g", "c"), words.checks()),
                                new Key(List.of("g", "o"), words.onCall()),
                                new Key(List.of("g", "m"), words.mtaAndMtr()),
                                new Key(List.of("g", "p"), words.postmortems()))),
                new Keys(
                        words.findAndMove(),
                        List.of(
                                new Key(List.of("/"), words.search()),
                                new Key(List.of("j"), words.nextRow()),
                                new Key(List.of("k"), words.rowBefore()),
                                new Key(List.of("↓"), words.nextHitOfASearch()),
                                new Key(List.of("↑"), words.hitBefore()),
                                new Key(List.of("?"), words.theseKeys()))),
                new Keys(
                        words.actOnTheRowOrOn(),
                        List.of(new Key(List.of("a"), words.acknowledge()), new Key(List.of("r"), words.resolve()))));
    }

    private final SearchClients.Oncall oncall;
    private final SearchClients.Monitor monitor;
    private final SearchClients.Postmortem postmortem;
    private final CurrentViewer viewers;

    SearchPages(
            @RestClient SearchClients.Oncall oncall,
            @RestClient SearchClients.Monitor monitor,
            @RestClient SearchClients.Postmortem postmortem,
            CurrentViewer viewers) {
        this.oncall = oncall;
        this.monitor = monitor;
        this.postmortem = postmortem;
        this.viewers = viewers;
    }

    @GET
    @Path("/search")
    public TemplateInstance search(@QueryParam("q") String asked) {
        var q = asked == null ? "" : asked.strip();
        if (q.length() > LONGEST) q = q.substring(0, LONGEST);
        return new search(q, q.isEmpty() ? null : find(q));
    }

    @GET
    @Path("/keys")
    public TemplateInstance keys() {
        return new keys(all());
    }

    private Found find(String q) {
        var bearer = viewers.get().bearer();
        var number = q.startsWith("#") ? q.substring(1).strip() : q;
        var company = ONCALL.later(() -> oncall.find(bearer, number.isEmpty() ? q : number, MOST));
        var checks = MONITOR.later(() -> monitor.find(bearer, q, MOST));
        var reports = POSTMORTEM.later(() -> postmortem.find(bearer, q, MOST));
        return Found.of(q, MOST, company.get(), checks.get(), reports.get());
    }
}
