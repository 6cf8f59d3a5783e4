package dev.tocsin.dashboard.people;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.people.PeopleClient.Method;
import dev.tocsin.dashboard.people.PeopleClient.NewMethod;
import dev.tocsin.dashboard.people.PeopleClient.Person;
import dev.tocsin.dashboard.people.PeopleClient.Rule;
import dev.tocsin.dashboard.people.PeopleClient.Typed;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Lengths;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.Refusals;
import dev.tocsin.dashboard.web.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** One person, and how a page reaches them: contact methods, and which is used after how long. */
@Path("/people")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("viewer")
@RunOnVirtualThread
public class ReachPages {
    /** Which ways to reach people are set up here. */
    @RegisterRestClient(configKey = "oncall")
    @RegisterProvider(Refusals.class)
    @Path("/api/v1/channels")
    interface Channels {
        record Channel(String kind, boolean configured) {}

        @GET
        List<Channel> list(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);
    }

    private static List<Option> kinds(boolean mail) {
        var words = say(PeopleWords.class);
        return Stream.of(
                        new Option("sms", "SMS"),
                        new Option("voice", words.phoneCall()),
                        new Option("email", words.eMail()),
                        new Option("webhook", words.webhook()))
                .filter(kind -> mail || !kind.value().equals("email"))
                .toList();
    }

    /**
     * Everything known about one person.
     *
     * @param lists how pages arrive, for high and for low urgency
     * @param secret what signs the requests of the webhook just added; shown this once, empty otherwise
     * @param mail whether e-mail is among the kinds: a mail server is set up
     * @param self it is the viewer's own page: test pages are for oneself
     */
    @CheckedTemplate(basePath = "PeoplePages")
    record one(
            Person person,
            List<Method> methods,
            List<Rules> lists,
            List<Option> choices,
            List<Option> kinds,
            boolean mail,
            Form adding,
            Form typing,
            UUID typed,
            String secret,
            Viewer viewer,
            boolean mayEdit,
            boolean self)
            implements TemplateInstance {}

    /**
     * The rules of one urgency, as a line of time and as a form with so many rows.
     *
     * @param conflict somebody else changed them while the form was filled in
     */
    record Rules(
            String urgency, String title, String otherwise, List<Step> steps, Form form, int rows, boolean conflict) {}

    /** One notification rule as people read it. */
    record Step(Duration delay, String label, String icon, boolean first) {}

    /** The field that says which rules somebody has read before they change them. */
    private static final String READ = "read";

    private final PeopleClient people;
    private final Channels channels;
    private final CurrentViewer viewers;

    ReachPages(@RestClient PeopleClient people, @RestClient Channels channels, CurrentViewer viewers) {
        this.people = people;
        this.channels = channels;
        this.viewers = viewers;
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(UUID id) {
        return page(id, Shown.NOTHING);
    }

    @POST
    @Path("{id}/methods")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response addMethod(UUID id, MultivaluedMap<String, String> fields) {
        var form = Form.posted(fields);
        var kind = form.given("kind").orElse("sms");
        var method = new NewMethod(kind, form.text("address").strip());
        try {
            var made = ONCALL.call(() -> people.addMethod(bearer(), id, method));
            // Shown in the answer itself: a secret must not stand in a cookie, an address or a second request.
            if (made.secret() != null) return Pages.of(201, page(id, Shown.NOTHING.secret(made.secret())));
            return added(id, made).on("/people/" + id);
        } catch (CallFailed failure) {
            return Pages.again(page(id, Shown.NOTHING.adding(form.refusedBy(failure))), failure);
        }
    }

    /** Whoever adds a way to reach themself has it at hand: its code goes out at once. A colleague may be asleep. */
    private Flash added(UUID id, Method method) {
        var words = say(PeopleWords.class);
        if (!viewers.get().is(id)) return Flash.good(words.addedSendACodeToIt());
        try {
            ONCALL.call(() -> people.methodTo(bearer(), id, method.id(), "verification"));
            return Flash.good(words.addedTypeTheCode(method.address()));
        } catch (CallFailed failure) {
            return Flash.warn(words.addedButNoCodeWentOut(failure.getMessage()));
        }
    }

    @POST
    @Path("{id}/methods/{methodId}/remove")
    public Response removeMethod(UUID id, UUID methodId) {
        return done(id, say(PeopleWords.class).removed(), () -> people.removeMethod(bearer(), id, methodId));
    }

    @POST
    @Path("{id}/methods/{methodId}/{what:disable|enable}")
    public Response switchMethod(UUID id, UUID methodId, String what) {
        var said = what.equals("disable")
                ? say(PeopleWords.class).switchedOffNothingGoesThere()
                : say(PeopleWords.class).switchedOn();
        return done(id, said, () -> people.methodTo(bearer(), id, methodId, what));
    }

    @POST
    @Path("{id}/methods/{methodId}/code")
    public Response sendCode(UUID id, UUID methodId) {
        return done(
                id,
                say(PeopleWords.class).aCodeIsOnItsWay(),
                () -> people.methodTo(bearer(), id, methodId, "verification"));
    }

    @POST
    @Path("{id}/methods/{methodId}/test")
    public Response test(UUID id, UUID methodId) {
        return done(
                id,
                say(PeopleWords.class).aTestPageIsOnIts(),
                () -> people.methodTo(bearer(), id, methodId, "test"),
                "/test-page");
    }

    @POST
    @Path("{id}/methods/{methodId}/confirm")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(UUID id, UUID methodId, MultivaluedMap<String, String> fields) {
        var form = Form.posted(fields);
        try {
            ONCALL.run(() -> people.confirm(
                    bearer(),
                    id,
                    methodId,
                    new Typed(form.text("code-" + methodId).strip())));
            var words = say(PeopleWords.class);
            return viewers.get().is(id)
                    ? Flash.good(words.verifiedNowSeeAPageArrive()).on("/test-page")
                    : Flash.good(words.verifiedPagesMayGoThereNow()).on("/people/" + id);
        } catch (CallFailed failure) {
            var refused = form.refusedBy(failure, field -> field + "-" + methodId);
            return Pages.again(page(id, Shown.NOTHING.typing(refused, methodId)), failure);
        }
    }

    @POST
    @Path("{id}/rules/{urgency:high|low}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response setRules(UUID id, String urgency, MultivaluedMap<String, String> fields) {
        var form = Form.posted(fields);
        var rules = new ArrayList<Rule>();
        for (int i = 0, lines = lines(form, urgency); i < lines; i++) {
            var method = form.id("%s[%d].methodId".formatted(urgency, i));
            if (method.isEmpty()) continue;
            var field = "%s[%d].delay".formatted(urgency, i);
            var delay = form.given(field).map(text -> Lengths.parse(text, "m"));
            if (delay.isPresent() && delay.get().isEmpty())
                form = form.refuse(field, say(PeopleWords.class).sayHowLongToWaitSuch());
            else
                rules.add(new Rule(
                        method.get(),
                        delay.isEmpty() ? Duration.ZERO : delay.get().get()));
        }
        if (form.refused()) return Pages.again(page(id, Shown.NOTHING.rules(form, urgency)));
        try {
            var read = form.given(READ).orElse(null);
            ONCALL.run(() -> people.setRules(bearer(), read, id, urgency, rules));
            return Flash.good(say(PeopleWords.class).savedHowPagesArrive()).on("/people/" + id);
        } catch (CallFailed failure) {
            var kept = form.refusedBy(failure, field -> urgency + field);
            if (failure.status() == 409) kept = kept.with(READ, null);
            return Pages.again(page(id, Shown.NOTHING.rules(kept, urgency)), failure);
        }
    }

    private Response done(UUID id, String said, Runnable what) {
        return done(id, said, what, "/people/" + id);
    }

    private Response done(UUID id, String said, Runnable what, String then) {
        try {
            ONCALL.run(what);
            return Flash.good(said).on(then);
        } catch (CallFailed.Refused refused) {
            return Flash.bad(say(PeopleWords.class).notDone(refused.getMessage()))
                    .on("/people/" + id);
        }
    }

    /** What a refused form, or a secret, adds to the page. */
    private record Shown(Form adding, Form typing, UUID typed, Form rules, String urgency, String secret) {
        static final Shown NOTHING = new Shown(Form.blank().with("kind", "sms"), Form.blank(), null, null, "", "");

        Shown adding(Form refused) {
            return new Shown(refused, typing, typed, rules, urgency, secret);
        }

        Shown typing(Form refused, UUID method) {
            return new Shown(adding, refused, method, rules, urgency, secret);
        }

        Shown rules(Form refused, String of) {
            return new Shown(adding, typing, typed, refused, of, secret);
        }

        Shown secret(String once) {
            return new Shown(adding, typing, typed, rules, urgency, once);
        }
    }

    private one page(UUID id, Shown shown) {
        var words = say(PeopleWords.class);
        var viewer = viewers.get();
        var person = ONCALL.call(() -> people.person(bearer(), id));
        var methods = ONCALL.call(() -> people.methods(bearer(), id));
        // When nobody says, the form offers it and the answer to the form says why not.
        var mail = ONCALL.ask(() -> channels.list(bearer())).or(List.of()).stream()
                .noneMatch(channel -> channel.kind().equals("email") && !channel.configured());
        var choices = methods.stream()
                .map(method -> new Option(method.id().toString(), label(methods, method.id())))
                .toList();
        return new one(
                person,
                methods,
                List.of(
                        rules(id, "high", words.whenItIsUrgent(), words.theFirstNumberIsTextedAt(), methods, shown),
                        rules(id, "low", words.whenItCanWait(), words.anEMailOrElseA(), methods, shown)),
                choices,
                kinds(mail),
                mail,
                shown.adding(),
                shown.typing(),
                shown.typed(),
                shown.secret(),
                viewer,
                viewer.isAdmin() || viewer.is(id),
                viewer.is(id));
    }

    private Rules rules(UUID id, String urgency, String title, String otherwise, List<Method> methods, Shown shown) {
        var present = ONCALL.call(() -> people.rules(bearer(), id, urgency));
        var rules = present.getEntity();
        var steps = rules.stream()
                .map(rule -> new Step(
                        rule.delay(),
                        label(methods, rule.methodId()),
                        icon(methods, rule.methodId()),
                        rule.delay().isZero()))
                .toList();
        var posted = shown.urgency().equals(urgency);
        var form = posted ? shown.rules() : filled(urgency, rules);
        var conflict = posted && form.given(READ).isEmpty();
        if (!posted || conflict) form = form.with(READ, present.getHeaderString(HttpHeaders.ETAG));
        var rows = Math.max(rules.size() + 1, lines(form, urgency));
        return new Rules(urgency, title, otherwise, steps, form, rows, conflict);
    }

    private static int lines(Form form, String urgency) {
        var lines = 0;
        while (form.names().contains("%s[%d].methodId".formatted(urgency, lines))) lines++;
        return lines;
    }

    private static String icon(List<Method> methods, UUID id) {
        return methods.stream()
                .filter(method -> method.id().equals(id))
                .map(method -> method.look().icon())
                .findFirst()
                .orElse("message");
    }

    private static String label(List<Method> methods, UUID id) {
        return methods.stream()
                .filter(method -> method.id().equals(id))
                .map(method -> say(PeopleWords.class).to(method.look().noun(), method.address()))
                .findFirst()
                .orElse(say(PeopleWords.class).aWayThatWasRemoved());
    }

    private static Form filled(String urgency, List<Rule> rules) {
        var form = Form.blank();
        for (int i = 0; i < rules.size(); i++) {
            form = form.with(
                            "%s[%d].methodId".formatted(urgency, i),
                            rules.get(i).methodId())
                    .with(
                            "%s[%d].delay".formatted(urgency, i),
                            Lengths.typed(rules.get(i).delay()));
        }
        return form;
    }

    private String bearer() {
        return viewers.get().bearer();
    }
}
