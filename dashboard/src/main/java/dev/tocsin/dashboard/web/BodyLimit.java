package dev.tocsin.dashboard.web;

import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

import static dev.tocsin.dashboard.web.Language.say;

/** A page sends a form of 256 kB at most. Where pictures are added the limit of the whole server holds. */
@ApplicationScoped
public class BodyLimit {
    /** The most bytes of a form without a picture. */
    public static final long FORM = 256 * 1024;

    private static final int BEFORE_BODIES_ARE_READ = 1_000;
    private static final int TOO_LARGE = 413;
    private static final Pattern PICTURES = Pattern.compile("/postmortems/[0-9a-f-]{36}/images");

    void register(@Observes Filters filters) {
        filters.register(BodyLimit::check, BEFORE_BODIES_ARE_READ);
    }

    private static void check(RoutingContext context) {
        if (length(context) <= FORM
                || PICTURES.matcher(context.normalizedPath()).matches()) context.next();
        else
            context.response()
                    .setStatusCode(TOO_LARGE)
                    .putHeader("Connection", "close")
                    .end(say(ErrorWords.class).thisIsTooMuchForOne());
    }

    /** What the sender announces; nothing announced is nothing, and the server's own limit holds. */
    private static long length(RoutingContext context) {
        var announced = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (announced == null) return 0;
        return announced.matches("\\d{1,18}") ? Long.parseLong(announced) : Long.MAX_VALUE;
    }
}
