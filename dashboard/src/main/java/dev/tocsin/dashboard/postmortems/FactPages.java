package dev.tocsin.dashboard.postmortems;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.postmortems.FactsClient.Correcting;
import dev.tocsin.dashboard.postmortems.FactsClient.Owning;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.Clockface;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Names;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.Zones;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;
import static dev.tocsin.dashboard.web.Service.POSTMORTEM;

/** Correcting one measured fact, with the reason that readers will see; and handing the report to somebody else. */
@Path("/postmortems/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("responder")
@RunOnVirtualThread
public class FactPages {
    @CheckedTemplate(basePath = "PostmortemPages")
    record fact(Report report, FactLines.Line line, Form form, boolean isTime, Clockface clock)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "PostmortemPages")
    record owner(Report report, Form form, List<Option> people) implements TemplateInstance {}

    private final PostmortemsClient postmortems;
    private final FactsClient facts;
    private final Names names;
    private final CurrentViewer viewers;
    private final Clock clock;

    FactPages(
            @RestClient PostmortemsClient postmortems,
            @RestClient FactsClient facts,
            @RestClient Names names,
            CurrentViewer viewers,
            Clock clock) {
        this.postmortems = postmortems;
        this.facts = facts;
        this.names = names;
        this.viewers = viewers;
        this.clock = clock;
    }

    @GET
    @Path("facts/{fact}")
    public TemplateInstance ask(UUID id, String fact) {
        var report = report(id);
        var line = line(report, fact);
        return page(
                report,
                line,
                Form.blank().with("value", line.typed(viewers.get().zone())));
    }

    @POST
    @Path("facts/{fact}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response correct(UUID id, String fact, MultivaluedMap<String, String> fields) {
        var words = say(FactWords.class);
        var form = Form.posted(fields);
        var withdrawn = form.text("do").equals("withdraw");
        var value = withdrawn ? Optional.<String>empty() : value(fact, form);
        if (!withdrawn && value.isEmpty()) form = form.refuse("value", words.sayWhatItShouldBe());
        if (form.given("reason").isEmpty()) form = form.refuse("reason", words.sayWhyReadersSeeItBeside());
        if (form.refused()) return Pages.again(page(report(id), line(report(id), fact), form));
        var request = new Correcting(value.orElse(null), form.given("reason").orElseThrow());
        try {
            POSTMORTEM.run(() -> facts.correct(viewers.get().bearer(), id, fact, request));
            return Flash.good(withdrawn ? words.whatWasMeasuredStandsAgain() : words.correctedWithYourReasonBesideIt())
                    .on("/postmortems/" + id + "/edit");
        } catch (CallFailed failure) {
            var now = report(id);
            return Pages.again(page(now, line(now, fact), form.refusedBy(failure)), failure);
        }
    }

    @GET
    @Path("owner")
    public TemplateInstance askOwner(UUID id) {
        var report = report(id);
        return ownerPage(
                report,
                Form.blank()
                        .with(
                                "id",
                                report.owner() == null ? null : report.owner().id()));
    }

    @POST
    @Path("owner")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response own(UUID id, MultivaluedMap<String, String> fields) {
        var form = Form.posted(fields);
        var chosen = form.id("id")
                .flatMap(person -> people().stream()
                        .filter(option -> option.value().equals(person.toString()))
                        .findFirst());
        if (chosen.isEmpty())
            return Pages.again(
                    ownerPage(report(id), form.refuse("id", say(FactWords.class).chooseAPerson())));
        try {
            var owning = new Owning(
                    UUID.fromString(chosen.get().value()), chosen.get().label());
            POSTMORTEM.run(() -> facts.own(viewers.get().bearer(), id, owning));
            return Flash.good(say(FactWords.class).seesToItNow(chosen.get().label()))
                    .on("/postmortems/" + id + "/edit");
        } catch (CallFailed failure) {
            return Pages.again(ownerPage(report(id), form.refusedBy(failure)), failure);
        }
    }

    private Optional<String> value(String fact, Form form) {
        return FactLines.isTime(fact)
                ? Zones.instant(form.text("value"), viewers.get().zone()).map(Instant::toString)
                : form.given("value");
    }

    private fact page(Report report, FactLines.Line line, Form form) {
        return new fact(report, line, form, FactLines.isTime(line.key()), clockface());
    }

    private owner ownerPage(Report report, Form form) {
        return new owner(report, form, people());
    }

    private List<Option> people() {
        return Names.options(ONCALL.ask(() -> names.people(viewers.get().bearer(), Names.MOST)));
    }

    private FactLines.Line line(Report report, String fact) {
        return FactLines.all(report.facts(), report.impact(), clockface()).stream()
                .filter(line -> line.key().equals(fact) && !fact.isEmpty())
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private Report report(UUID id) {
        return POSTMORTEM.call(() -> postmortems.report(viewers.get().bearer(), id));
    }

    private Clockface clockface() {
        return new Clockface(viewers.get().zone(), clock.instant());
    }
}
