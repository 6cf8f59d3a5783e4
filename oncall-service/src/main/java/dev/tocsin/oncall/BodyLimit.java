package dev.tocsin.oncall;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * Says in JSON that a body is too large. The server's own 413 has no body, and clients of the Events API fail on any
 * answer that is not JSON.
 */
@ApplicationScoped
class BodyLimit {
    @ConfigMapping(prefix = "quarkus.http.limits")
    interface Limits {
        @WithName("max-body-size")
        MemorySize maxBodySize();
    }

    /** Before the server's own limit. */
    private static final int FIRST = 10_000;

    private static final String ANSWER = """
            {"type":"about:blank","title":"Request Entity Too Large","status":413,"detail":"the body is too large",\
            "message":"the body is too large","errors":[]}""";

    private final long limit;

    BodyLimit(Limits limits) {
        this.limit = limits.maxBodySize().asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || length.length() < 19 && Long.parseLong(length) <= limit) {
            context.next();
            return;
        }
        // What the client still sends is not read, so the connection cannot be used again.
        context.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(ANSWER);
    }
}
