package dev.tocsin.phones.pages;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.tocsin.phones.PhonesConfig;
import dev.tocsin.phones.call.CallBook;
import dev.tocsin.phones.call.CallScript;
import dev.tocsin.phones.human.Hands;
import dev.tocsin.phones.human.ScriptRequest;
import dev.tocsin.phones.phone.PhoneBook;
import dev.tocsin.phones.phone.PhoneNumber;
import dev.tocsin.phones.phone.PhoneState;
import dev.tocsin.phones.phone.Text;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** The page with the phones; every part of it works without a script, by posting a form and loading again. */
@Path("/")
@RunOnVirtualThread
public class PhonePages {
    private static final int LONGEST_TEXT = 1600;
    private static final int PREVIEW = 60;
    private static final int CALLS_SHOWN = 5;

    private final PhoneBook phones;
    private final CallBook calls;
    private final Hands hands;
    private final Optional<URI> application;

    PhonePages(PhoneBook phones, CallBook calls, Hands hands, PhonesConfig config) {
        application = config.applicationUrl();
        this.phones = phones;
        this.calls = calls;
        this.hands = hands;
    }

    /** A phone in the list. */
    record Row(String number, String href, boolean chosen, int unread, boolean stopped, String preview, String clock) {}

    @CheckedTemplate(basePath = "PhonePages")
    record phones(
            List<Row> rows,
            Optional<Conversation> chosen,
            List<Ringing> calls,
            long revision,
            Optional<URI> application)
            implements TemplateInstance {}

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(@RestQuery String phone) {
        var revision = revisionNow();
        var wanted = Optional.ofNullable(phone).filter(PhoneNumber::isValid).or(this::theOnlyOne);
        wanted.ifPresent(phones::read);
        var chosen = wanted.flatMap(phones::view).map(p -> Conversation.of(p, phones.textsOf(p.number())));
        var rows = phones.phones().stream().map(p -> row(p, wanted)).toList();
        return new phones(rows, chosen, wanted.map(this::calls).orElse(List.of()), revision, application);
    }

    /** Grows with every change; the page's script asks this before it loads anything. */
    @GET
    @Path("/revision")
    @Produces(MediaType.TEXT_PLAIN)
    public String revision() {
        return Long.toString(revisionNow());
    }

    @POST
    @Path("/reply")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reply(
            @RestForm String phone, @RestForm @DefaultValue("") String body, @Context HttpHeaders headers) {
        refuseOtherSites(headers);
        var text = body.strip();
        if (text.length() > LONGEST_TEXT) throw new WebApplicationException("a text has at most 1600 characters", 400);
        if (!text.isEmpty()) hands.text(known(phone), text);
        return Response.seeOther(URI.create(href(known(phone)))).build();
    }

    /** The person picks up, presses a key, or hangs up. */
    @POST
    @Path("/call")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response call(
            @RestForm String phone, @RestForm String sid, @RestForm String what, @Context HttpHeaders headers) {
        refuseOtherSites(headers);
        if (sid == null || what == null || !what.matches("answer|hang-up|[0-9*#]"))
            throw new WebApplicationException("what must be answer, hang-up or a key", 400);
        calls.hand(sid, what);
        return Response.seeOther(URI.create(href(known(phone)))).build();
    }

    @POST
    @Path("/call-script")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response callScript(
            @RestForm String phone, @RestForm @DefaultValue("ring") String kind, @Context HttpHeaders headers) {
        refuseOtherSites(headers);
        calls.follow(
                known(phone),
                switch (kind) {
                    case "acknowledge" -> new CallScript.Answer(Duration.ofSeconds(3), "4");
                    case "voicemail" -> new CallScript.Voicemail(Duration.ofSeconds(3));
                    case "busy" -> new CallScript.Busy();
                    default -> new CallScript.Ring();
                });
        return Response.seeOther(URI.create(href(phone))).build();
    }

    @POST
    @Path("/script")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response script(
            @RestForm String phone,
            @RestForm @DefaultValue("ignore") String kind,
            @RestForm @DefaultValue("0") int seconds,
            @Context HttpHeaders headers) {
        refuseOtherSites(headers);
        var after = Duration.ofSeconds(Math.clamp(seconds, 0, 3600));
        phones.follow(known(phone), new ScriptRequest(kindOf(kind), after, null, null).script());
        return Response.seeOther(URI.create(href(phone))).build();
    }

    private static ScriptRequest.Kind kindOf(String word) {
        for (var kind : ScriptRequest.Kind.values()) {
            if (kind.name().equalsIgnoreCase(word)) return kind;
        }
        throw new WebApplicationException("there is no script " + word, 400);
    }

    private static String known(String phone) {
        if (phone != null && PhoneNumber.isValid(phone)) return phone;
        throw new WebApplicationException("phone must be a number such as +15551230001", 400);
    }

    private static void refuseOtherSites(HttpHeaders headers) {
        var own = SameSite.isOwn(
                Optional.ofNullable(headers.getHeaderString("Sec-Fetch-Site")),
                Optional.ofNullable(headers.getHeaderString("Origin")),
                headers.getHeaderString("Host"));
        if (!own) throw new WebApplicationException("this form was posted from another site", 403);
    }

    /** Where there is one phone only, nobody need choose it. */
    private Optional<String> theOnlyOne() {
        var all = phones.phones();
        return all.size() == 1 ? Optional.of(all.getFirst().number()) : Optional.empty();
    }

    private long revisionNow() {
        return phones.revision() + calls.revision();
    }

    private List<Ringing> calls(String number) {
        return calls.of(number).stream().limit(CALLS_SHOWN).map(Ringing::of).toList();
    }

    private static Row row(PhoneState phone, Optional<String> chosen) {
        return new Row(
                phone.number(),
                href(phone.number()),
                chosen.equals(Optional.of(phone.number())),
                phone.unread(),
                phone.stopped(),
                phone.latest().map(PhonePages::preview).orElse("no texts yet"),
                phone.latest().map(t -> Conversation.clock(t.createdAt())).orElse(""));
    }

    private static String preview(Text text) {
        var body = text.body().replace('\n', ' ');
        var cut = body.length() <= PREVIEW ? body : body.substring(0, PREVIEW) + "…";
        return text.isFromPhone() ? "You: " + cut : cut;
    }

    private static String href(String phone) {
        return "/?phone=" + URLEncoder.encode(phone, StandardCharsets.UTF_8);
    }
}
