package dev.tocsin.dashboard.library;

import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import dev.tocsin.dashboard.library.Card.Chip;
import dev.tocsin.dashboard.library.LibraryClient.TagCount;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Names;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Tab;
import dev.tocsin.dashboard.web.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;
import static dev.tocsin.dashboard.web.Service.POSTMORTEM;

/** The library: what was learnt and what is being written, found by its words. */
@Path("/postmortems")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("viewer")
@RunOnVirtualThread
public class LibraryPages {
    private static final int PAGE = 20;
    private static final int TAGS = 16;

    private static List<Option> states() {
        var words = say(LibraryWords.class);
        return List.of(
                new Option("published", words.published()),
                new Option("draft", words.drafts()),
                new Option("in-review", words.inReview()),
                new Option("approved", words.approved()),
                new Option("declined", words.declined()));
    }

    /** What one can narrow by. */
    public record Choices(List<Option> services, List<Option> teams, List<Option> people, List<Option> severities) {}

    /** The same view as files. */
    public record Files(String csv, String json, String markdown) {}

    @CheckedTemplate(basePath = "LibraryPages")
    record library(
            List<Card> cards,
            String state,
            List<Tab> tabs,
            Form filter,
            LibraryFilter asked,
            Choices choices,
            List<Chip> tags,
            boolean filtered,
            Files files,
            String next,
            String first,
            Viewer viewer)
            implements TemplateInstance {}

    private final LibraryClient library;
    private final Names names;
    private final CurrentViewer viewers;

    LibraryPages(@RestClient LibraryClient library, @RestClient Names names, CurrentViewer viewers) {
        this.library = library;
        this.names = names;
        this.viewers = viewers;
    }

    @GET
    public TemplateInstance library(@BeanParam LibraryFilter filter, @QueryParam("cursor") String cursor) {
        var viewer = viewers.get();
        var bearer = viewer.bearer();
        var services = ONCALL.later(() -> names.services(bearer, Names.MOST));
        var teams = ONCALL.later(() -> names.teams(bearer, Names.MOST));
        var people = ONCALL.later(() -> names.people(bearer, Names.MOST));
        var tags = POSTMORTEM.later(() -> library.tags(bearer));
        var query = filter.query(viewer.zone()).with("limit", PAGE).with("cursor", cursor);
        var found = POSTMORTEM.call(() -> library.list(bearer, query.parameters(), filter.tags()));
        var here = filter.on("/postmortems");
        return new library(
                found.items().stream().map(row -> Card.of(row, filter)).toList(),
                filter.shownState(),
                states().stream().map(state -> tab(state, filter)).toList(),
                filter.form(),
                filter,
                new Choices(
                        Names.options(services.get()),
                        Names.options(teams.get()),
                        Names.options(people.get()),
                        Option.severities()),
                chips(tags.get().or(List.of()), filter),
                filter.isNarrow(),
                new Files(file(filter, "csv"), file(filter, "json"), file(filter, "md")),
                found.next() == null ? null : here.with("cursor", found.next()).path(),
                cursor == null ? null : here.path(),
                viewer);
    }

    private static Tab tab(Option state, LibraryFilter filter) {
        return new Tab(
                state.label(),
                filter.inState(state.value()).path(),
                state.value().equals(filter.shownState()),
                0);
    }

    /** The chosen tags first, then those most in use. */
    private static List<Chip> chips(List<TagCount> known, LibraryFilter filter) {
        var chips = new ArrayList<Chip>();
        filter.tags().forEach(tag -> chips.add(Card.chip(tag, filter, 0)));
        known.stream()
                .filter(one -> !filter.tags().contains(one.tag()))
                .limit(TAGS)
                .forEach(one -> chips.add(Card.chip(one.tag(), filter, one.reports())));
        return chips;
    }

    private static String file(LibraryFilter filter, String format) {
        return filter.on("/postmortems/export").with("format", format).path();
    }
}
