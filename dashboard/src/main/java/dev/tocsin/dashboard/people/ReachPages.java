package dev.tocsin.dashboard.people;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.people.PeopleClient.Method;
import dev.tocsin.dashboard.people.PeopleClient.NewMethod;
import dev.tocsin.dashboard.people.PeopleClient.Person;
import dev.tocsin.dashboard.people.PeopleClient.Rule;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Lengths;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Service.ONCALL;

/** One person, and how a page reaches them: contact methods, and which is used after how long. */
@Path("/people")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("viewer")
@RunOnVirtualThread
public class ReachPages {
    /**
     * Everything known about one person.
     *
     * @param steps the notification rules in the order in which they act
     * @param rows how many rows the rules' form has
     */
    @CheckedTemplate(basePath = "PeoplePages")
    record one(
            Person person,
            List<Method> methods,
            List<Step> steps,
            List<Option> choices,
            Form adding,
            Form rules,
            int rows,
            Viewer viewer,
            boolean mayEdit)
            implements TemplateInstance {}

    /** One notification rule as people read it. */
    record Step(Duration delay, String label, boolean first) {}

    private final PeopleClient people;
    private final CurrentViewer viewers;

    ReachPages(@RestClient PeopleClient people, CurrentViewer viewers) {
        this.people = people;
        this.viewers = viewers;
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(UUID id) {
        return page(id, Form.blank(), null);
    }

    @POST
    @Path("{id}/methods")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response addMethod(UUID id, MultivaluedMap<String, String> fields) {
        var form = Form.posted(fields);
        var method = new NewMethod("sms", form.text("address").strip());
        try {
            ONCALL.run(() -> people.addMethod(bearer(), id, method));
            return Flash.good("Number added.").on("/people/" + id);
        } catch (CallFailed failure) {
            return Pages.again(page(id, form.refusedBy(failure), null), failure);
        }
    }

    @POST
    @Path("{id}/methods/{methodId}/remove")
    public Response removeMethod(UUID id, UUID methodId) {
        try {
            ONCALL.run(() -> people.removeMethod(bearer(), id, methodId));
            return Flash.good("Number removed.").on("/people/" + id);
        } catch (CallFailed.Refused refused) {
            return Flash.bad("Not removed: " + refused.getMessage()).on("/people/" + id);
        }
    }

    @POST
    @Path("{id}/rules")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response setRules(UUID id, MultivaluedMap<String, String> fields) {
        var form = Form.posted(fields);
        var rules = new ArrayList<Rule>();
        for (int i = 0; form.all("rules[%d].methodId".formatted(i)).size() == 1; i++) {
            var method = form.id("rules[%d].methodId".formatted(i));
            if (method.isEmpty()) continue;
            var field = "rules[%d].delay".formatted(i);
            var delay = form.given(field).map(text -> Lengths.parse(text, "m"));
            if (delay.isPresent() && delay.get().isEmpty())
                form = form.refuse(field, "Say how long to wait, such as 0s, 5m or 1h.");
            else
                rules.add(new Rule(
                        method.get(),
                        delay.isEmpty() ? Duration.ZERO : delay.get().get()));
        }
        if (form.refused()) return Pages.again(page(id, Form.blank(), form));
        try {
            ONCALL.run(() -> people.setRules(bearer(), id, rules));
            return Flash.good("Saved how pages arrive.").on("/people/" + id);
        } catch (CallFailed failure) {
            return Pages.again(page(id, Form.blank(), form.refusedBy(failure)), failure);
        }
    }

    private one page(UUID id, Form adding, Form refusedRules) {
        var viewer = viewers.get();
        var person = ONCALL.call(() -> people.person(bearer(), id));
        var methods = ONCALL.call(() -> people.methods(bearer(), id));
        var rules = ONCALL.call(() -> people.rules(bearer(), id));
        var steps = rules.stream()
                .map(rule -> new Step(
                        rule.delay(),
                        label(methods, rule.methodId()),
                        rule.delay().isZero()))
                .toList();
        var choices = methods.stream()
                .map(method -> new Option(method.id().toString(), label(methods, method.id())))
                .toList();
        return new one(
                person,
                methods,
                steps,
                choices,
                adding,
                refusedRules == null ? filled(rules) : refusedRules,
                rules.size() + 1,
                viewer,
                viewer.isAdmin() || viewer.is(id));
    }

    private static String label(List<Method> methods, UUID id) {
        return methods.stream()
                .filter(method -> method.id().equals(id))
                .map(method -> method.kind().toUpperCase(Locale.ROOT) + " to " + method.address())
                .findFirst()
                .orElse("a number that was removed");
    }

    private static Form filled(List<Rule> rules) {
        var form = Form.blank();
        for (int i = 0; i < rules.size(); i++) {
            form = form.with("rules[%d].methodId".formatted(i), rules.get(i).methodId())
                    .with(
                            "rules[%d].delay".formatted(i),
                            Lengths.typed(rules.get(i).delay()));
        }
        return form;
    }

    private String bearer() {
        return viewers.get().bearer();
    }
}
