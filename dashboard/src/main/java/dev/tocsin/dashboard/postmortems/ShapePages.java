package dev.tocsin.dashboard.postmortems;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.postmortems.Report.Added;
import dev.tocsin.dashboard.postmortems.Report.Aim;
import dev.tocsin.dashboard.postmortems.Report.Aims;
import dev.tocsin.dashboard.postmortems.Report.Guidance;
import dev.tocsin.dashboard.postmortems.Report.Shape;
import dev.tocsin.dashboard.postmortems.ShapesClient.Asked;
import dev.tocsin.dashboard.postmortems.ShapesClient.Reshape;
import dev.tocsin.dashboard.postmortems.ShapesClient.Template;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.RowCommand;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.POSTMORTEM;

/** Templates of reports: guidance, aims and sections of the company's own, made by administrators. */
@Path("/postmortems")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("admin")
@RunOnVirtualThread
public class ShapePages {
    private static final int MOST_SECTIONS = 5;

    /** The fixed sections by their names in the API, with their headings. */
    static List<Option> fixed() {
        var words = say(WritingWords.class);
        return List.of(
                new Option("issueSummary", words.issueSummary()),
                new Option("timeline", words.timeline()),
                new Option("rootCauseAndResolution", words.rootCauseAndResolution()),
                new Option("measures", words.correctiveAndPreventativeMeasures()));
    }

    @CheckedTemplate(basePath = "PostmortemPages")
    record shapes(List<Template> templates) implements TemplateInstance {}

    /**
     * @param id null for a new one
     * @param current what somebody else saved meanwhile, null when nobody did
     */
    @CheckedTemplate(basePath = "PostmortemPages")
    record shape(UUID id, Form form, List<Option> fixed, List<Integer> rows, boolean room, Template current)
            implements TemplateInstance {}

    private final ShapesClient shapes;
    private final CurrentViewer viewers;

    ShapePages(@RestClient ShapesClient shapes, CurrentViewer viewers) {
        this.shapes = shapes;
        this.viewers = viewers;
    }

    @GET
    @Path("templates")
    public TemplateInstance list() {
        return new shapes(POSTMORTEM.call(() -> shapes.list(bearer())).items());
    }

    @GET
    @Path("templates/new")
    public TemplateInstance blank() {
        return page(null, filled(Shape.standard()).with("name", null), 1, null);
    }

    @GET
    @Path("templates/{template}/edit")
    public TemplateInstance edit(UUID template) {
        var found = POSTMORTEM.call(() -> shapes.get(bearer(), template));
        var form =
                filled(found.shape()).with("version", found.version()).with("forNew", found.forNew() ? "true" : null);
        return page(template, form, found.shape().sections().size(), null);
    }

    @POST
    @Path("templates/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(MultivaluedMap<String, String> fields) {
        return save(null, Form.posted(fields));
    }

    @POST
    @Path("templates/{template}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(UUID template, MultivaluedMap<String, String> fields) {
        return save(template, Form.posted(fields));
    }

    @POST
    @Path("templates/{template}/delete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response delete(UUID template) {
        POSTMORTEM.run(() -> shapes.delete(bearer(), template));
        return Flash.good(say(WritingWords.class).templateDeletedReportsThatHaveIts())
                .on("/postmortems/templates");
    }

    /** Gives a report another shape; what is written stays. */
    @POST
    @Path("{id}/shape")
    @RolesAllowed("responder")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reshape(UUID id, MultivaluedMap<String, String> fields) {
        var form = Form.posted(fields);
        var wish = new Reshape(
                form.number("version").orElse(0), form.id("template").orElse(null));
        var here = "/postmortems/" + id + "/edit";
        try {
            var now = POSTMORTEM.call(() -> shapes.reshape(bearer(), id, wish));
            return Flash.good(say(WritingWords.class)
                            .itHasTheTemplateNow(now.shape().name()))
                    .on(here);
        } catch (CallFailed.Refused refused) {
            return Flash.bad(say(WritingWords.class).notChanged(refused.getMessage()))
                    .on(here);
        }
    }

    private Response save(UUID id, Form form) {
        var command = RowCommand.in(form);
        var rows = rows(form);
        if (command.isPresent()) return Pages.of(200, page(id, form, rows + 1, null));
        try {
            var asked = new Asked(form.number("version").orElse(null), form.checked("forNew"), typed(form, rows));
            POSTMORTEM.run(() -> {
                if (id == null) shapes.create(bearer(), asked);
                else shapes.change(bearer(), id, asked);
            });
            return Flash.good(say(WritingWords.class).templateSavedReportsToComeCan())
                    .on("/postmortems/templates");
        } catch (CallFailed failure) {
            var kept = form.refusedBy(failure);
            if (id == null || failure.status() != 409) return Pages.again(page(id, kept, rows, null), failure);
            var theirs = POSTMORTEM.call(() -> shapes.get(bearer(), id));
            return Pages.again(page(id, kept.with("version", theirs.version()), rows, theirs), failure);
        }
    }

    private static shape page(UUID id, Form form, int rows, Template current) {
        var shown = Math.min(Math.max(rows, 1), MOST_SECTIONS);
        return new shape(id, form, fixed(), IntStream.range(0, shown).boxed().toList(), shown < MOST_SECTIONS, current);
    }

    private static int rows(Form form) {
        var rows = 0;
        while (form.names().contains("sections[%d].title".formatted(rows))) rows++;
        return rows;
    }

    static Form filled(Shape shape) {
        var guidance = shape.guidance();
        var aims = shape.aims();
        var form = Form.blank().with("name", shape.name());
        form = row(form, "issueSummary", guidance.issueSummary(), aims.issueSummary());
        form = row(form, "timeline", guidance.timeline(), aims.timeline());
        form = row(form, "rootCauseAndResolution", guidance.rootCauseAndResolution(), aims.rootCauseAndResolution());
        form = row(form, "measures", guidance.measures(), aims.measures());
        for (var i = 0; i < shape.sections().size(); i++) {
            var added = shape.sections().get(i);
            var at = "sections[%d].".formatted(i);
            form = form.with(at + "id", added.id())
                    .with(at + "title", added.title())
                    .with(at + "guidance", added.guidance())
                    .with(at + "least", added.aim().least())
                    .with(at + "most", added.aim().most());
        }
        return form;
    }

    private static Form row(Form form, String section, String guidance, Aim aim) {
        return form.with("guidance." + section, guidance)
                .with("least." + section, aim.least())
                .with("most." + section, aim.most());
    }

    /** The shape as typed; rows without a title are left out. */
    static Shape typed(Form form, int rows) {
        var sections = new ArrayList<Added>();
        for (var i = 0; i < rows; i++) {
            var at = "sections[%d].".formatted(i);
            if (form.given(at + "title").isEmpty()) continue;
            sections.add(new Added(
                    form.id(at + "id").orElse(null),
                    form.text(at + "title").strip(),
                    form.text(at + "guidance").strip(),
                    aim(form, at + "least", at + "most")));
        }
        return new Shape(
                null,
                form.text("name").strip(),
                new Guidance(
                        form.text("guidance.issueSummary"),
                        form.text("guidance.timeline"),
                        form.text("guidance.rootCauseAndResolution"),
                        form.text("guidance.measures")),
                new Aims(
                        aim(form, "issueSummary"),
                        aim(form, "timeline"),
                        aim(form, "rootCauseAndResolution"),
                        aim(form, "measures")),
                sections);
    }

    private static Aim aim(Form form, String section) {
        return aim(form, "least." + section, "most." + section);
    }

    private static Aim aim(Form form, String least, String most) {
        return new Aim(form.number(least).orElse(0), form.number(most).orElse(0));
    }

    private String bearer() {
        return viewers.get().bearer();
    }
}
