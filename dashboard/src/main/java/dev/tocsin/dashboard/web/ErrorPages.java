package dev.tocsin.dashboard.web;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import io.quarkus.logging.Log;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import static dev.tocsin.dashboard.web.Language.say;

/** What a person sees when a page cannot be shown: what happened, whose fault it is, what to do, and the text they wrote. */
@Singleton
public class ErrorPages {
    /**
     * @param again the address to try again, empty when trying again is no use
     * @param reference finds the log line, empty when there is none
     * @param kept what was typed into the form that could not be saved
     * @param resend null where the form cannot be sent again from this page
     */
    @CheckedTemplate(basePath = "ErrorPages")
    record error(
            String headline, String detail, String icon, String again, String reference, List<Kept> kept, Resend resend)
            implements TemplateInstance {}

    /** The same form, ready to be sent again with a token that will be accepted. */
    public record Resend(String action, String token, List<Kept> fields) {}

    /** One field of a form that was not saved. */
    public record Kept(String name, String text) {}

    private static final Pattern SECRET = Pattern.compile("(?i)password|^(current|new|again)$|key|secret|header");

    private final CurrentViewer viewers;
    private final CurrentIdentityAssociation identities;

    ErrorPages(CurrentViewer viewers, CurrentIdentityAssociation identities) {
        this.viewers = viewers;
        this.identities = identities;
    }

    @ServerExceptionMapper
    Response failed(CallFailed failure, RoutingContext context) {
        var words = say(ErrorWords.class);
        return switch (failure) {
            case CallFailed.ServiceDown down -> page(503, down.getMessage(), words.thisPageNeedsItPagesGo(), context);
            case CallFailed.Refused refused ->
                switch (refused.status()) {
                    case 401 -> Response.seeOther(URI.create("/login")).build();
                    case 403 -> forbidden(context);
                    case 404 ->
                        page(
                                404,
                                words.thereIsNoSuchThingHere(),
                                refused.problem().sentence(),
                                context);
                    default ->
                        page(
                                refused.status(),
                                words.thatDidNotWork(),
                                refused.problem().sentence(),
                                context);
                };
        };
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException refused, RoutingContext context) {
        if (viewers.find().filter(Viewer::mustChangePassword).isPresent())
            return Response.seeOther(URI.create("/password")).build();
        return forbidden(context);
    }

    /** Where nothing is, nobody had to sign in; whoever is signed in all the same keeps the menu. */
    @ServerExceptionMapper
    Uni<Response> nothing(NotFoundException e, RoutingContext context) {
        return identities
                .getDeferredIdentity()
                .onItemOrFailure()
                .transform((identity, failure) -> page(
                        404,
                        say(ErrorWords.class).thereIsNoSuchPage(),
                        say(ErrorWords.class).itMayHaveMovedOrThe(),
                        context));
    }

    @ServerExceptionMapper
    Response web(WebApplicationException e, RoutingContext context) {
        var words = say(ErrorWords.class);
        var status = e.getResponse().getStatus();
        if (status < 400) return e.getResponse();
        return switch (status) {
            case 405 -> page(405, words.thatCannotBeDoneHere(), words.goBackAndUseTheButton(), context);
            default ->
                page(
                        status,
                        words.thatDidNotWork(),
                        e.getResponse().getStatusInfo().getReasonPhrase(),
                        context);
        };
    }

    @ServerExceptionMapper
    Response unexpected(Exception e, RoutingContext context) {
        var words = say(ErrorWords.class);
        if (tooManyFields(e))
            return page(413, words.thisIsTooMuchForOne2(), words.nothingWasSavedSendFewerFields(), context);
        var reference = UUID.randomUUID().toString().substring(0, 8);
        Log.errorf(e, "page failed path=%s reference=%s", LocalPath.printable(context.normalizedPath()), reference);
        return Pages.of(
                500,
                new error(
                        words.thisPageIsBroken(),
                        words.thatIsOurFaultNotYours(),
                        "warn",
                        retry(context),
                        reference,
                        kept(),
                        null));
    }

    /** The server's reader of forms has no type of its own for it. */
    private static boolean tooManyFields(Exception e) {
        return e.getClass() == RuntimeException.class
                && String.valueOf(e.getMessage()).startsWith("Param limit of ");
    }

    /** A form that is not from a page of ours, or from one opened in a session that is over. */
    static Response notAccepted(RoutingContext context, String token) {
        var words = say(ErrorWords.class);
        var resend = token.isEmpty() ? null : new Resend(context.normalizedPath(), token, sent());
        var detail = resend == null ? words.itWasOpenedInASession() : words.itWasOpenedInASession2();
        return Pages.of(400, new error(words.thisFormWasNotAccepted(), detail, "stop", "", "", kept(), resend));
    }

    private Response forbidden(RoutingContext context) {
        return page(
                403,
                say(ErrorWords.class).thisIsNotYoursToDo(),
                say(ErrorWords.class).yourRoleDoesNotAllowIt(),
                context);
    }

    private static Response page(int status, String headline, String detail, RoutingContext context) {
        var icon = status == 503 ? "unplugged" : status == 404 ? "search" : "stop";
        return Pages.of(
                status, new error(headline, detail, icon, status == 503 ? retry(context) : "", "", kept(), null));
    }

    private static String retry(RoutingContext context) {
        return context.request().method().name().equals("GET")
                ? context.request().uri()
                : "";
    }

    /** The whole form but for its token and for secrets, which are typed anew. */
    private static List<Kept> sent() {
        return Posted.fields().stream()
                .filter(field -> mayBeKept(field.name()))
                .map(field -> new Kept(field.name(), field.text()))
                .toList();
    }

    /** Whether a field may stand on another page than its own: no token, no secret. */
    public static boolean mayBeKept(String field) {
        return !field.equals(FormGuard.FIELD)
                && !field.startsWith("tocsin-")
                && !SECRET.matcher(field).find();
    }

    /** What was typed, but for secrets. */
    private static List<Kept> kept() {
        return Posted.fields().stream()
                .filter(field -> mayBeKept(field.name()) && !field.text().isBlank())
                .map(field -> new Kept(field.name(), field.text()))
                .toList();
    }
}
