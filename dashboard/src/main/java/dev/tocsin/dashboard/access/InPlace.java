package dev.tocsin.dashboard.access;

import java.net.URI;
import java.time.Duration;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.web.Address;
import dev.tocsin.dashboard.web.ErrorPages;
import dev.tocsin.dashboard.web.FormGuard;
import dev.tocsin.dashboard.web.NotConfirmed;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.Posted;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * What somebody sees whose session is over: for a page, the sign-in form and back; for a form they sent, the form itself,
 * kept, and the password asked in place. Scripts and streams get the plain challenge.
 */
@Singleton
class InPlace {
    private static final Duration BODY_WITHIN = Duration.ofSeconds(10);

    private final SessionMechanism mechanism;
    private final FormGuard guard;
    private final Ways ways;

    InPlace(SessionMechanism mechanism, FormGuard guard, Ways ways) {
        this.mechanism = mechanism;
        this.guard = guard;
        this.ways = ways;
    }

    @ServerExceptionMapper
    Uni<Response> nobody(UnauthorizedException e, RoutingContext context) {
        return over(context);
    }

    @ServerExceptionMapper
    Uni<Response> over(AuthenticationFailedException e, RoutingContext context) {
        return over(context);
    }

    /** The form was read already: whoever asked was let in, and only what they asked for was not done. */
    @ServerExceptionMapper
    Response confirm(NotConfirmed e, RoutingContext context) {
        var sent = Posted.fields().stream().map(field -> new Interrupted.Field(field.name(), field.text()));
        var kept = Interrupted.at(context, sent);
        return Pages.of(403, AgainPages.page(kept, guard.lasting(context), "", true, "", ways.known()));
    }

    private Uni<Response> over(RoutingContext context) {
        var type = String.valueOf(context.request().getHeader("Content-Type"));
        var withFile = type.startsWith("multipart/form-data") && SessionMechanism.isForPeople(context);
        var form = context.request().method() == HttpMethod.POST
                && (withFile || type.startsWith("application/x-www-form-urlencoded"))
                && context.request().getHeader("HX-Request") == null;
        if (!form) return challenge(context);
        return body(context).flatMap(fields -> {
            var token = fields.get(FormGuard.FIELD);
            if (token == null || !guard.knows(token, context)) return challenge(context);
            if (withFile) return Uni.createFrom().item(chooseAgain(context, fields));
            var sent = fields.entries().stream().map(field -> new Interrupted.Field(field.getKey(), field.getValue()));
            var kept = Interrupted.at(context, sent);
            var lasting = guard.lasting(context);
            return Uni.createFrom()
                    .item(() -> ways.known())
                    .runSubscriptionOn(task -> Thread.ofVirtual().name("again").start(task))
                    .map(known -> Pages.of(401, AgainPages.page(kept, lasting, "", false, "", known)));
        });
    }

    /** No browser takes a file from us: it is chosen again after signing in, beside the words that were typed. */
    private static Response chooseAgain(RoutingContext context, MultiMap fields) {
        var there = new Address(context.normalizedPath());
        for (var field : fields)
            if (ErrorPages.mayBeKept(field.getKey())) there = there.with(field.getKey(), field.getValue());
        return Response.seeOther(URI.create(
                        new Address("/login").with("next", there.path()).path()))
                .build();
    }

    private Uni<Response> challenge(RoutingContext context) {
        return mechanism.getChallenge(context).map(InPlace::answer);
    }

    private static Response answer(ChallengeData challenge) {
        return Response.status(challenge.status)
                .header(challenge.headerName.toString(), challenge.headerContent)
                .build();
    }

    /** Nobody has read the body yet: rights are looked at before it is. */
    private static Uni<MultiMap> body(RoutingContext context) {
        var request = context.request();
        return Uni.createFrom()
                .<MultiMap>emitter(emitter -> {
                    request.setExpectMultipart(true);
                    request.uploadHandler(file -> file.handler(_ -> {}));
                    request.exceptionHandler(emitter::fail);
                    request.endHandler(_ -> emitter.complete(request.formAttributes()));
                    request.resume();
                })
                .ifNoItem()
                .after(BODY_WITHIN)
                .fail();
    }
}
