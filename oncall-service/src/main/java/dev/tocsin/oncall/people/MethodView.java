package dev.tocsin.oncall.people;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A contact method as shown. {@code address} is masked unless an administrator or its owner looks; a webhook's always is,
 * since the URL may hold a secret. {@code enabled}: it may be paged; otherwise {@code trouble} and {@code reason} say
 * why not. {@code codeUntil}: a code is on its way and good until then. {@code secret} only once, when a webhook was
 * added.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MethodView(
        UUID id,
        Directory.Kind kind,
        String address,
        boolean verified,
        boolean optedOut,
        boolean enabled,
        Directory.Trouble trouble,
        String reason,
        Instant codeUntil,
        String secret) {

    /** As everybody sees it. */
    static MethodView masked(ContactMethod method) {
        return of(method, method.masked(), null, null);
    }

    /** As its owner and administrators see it. */
    static MethodView of(ContactMethod method) {
        return of(method, Optional.empty());
    }

    static MethodView of(ContactMethod method, Optional<Instant> codeUntil) {
        return of(method, method.shown(), codeUntil.orElse(null), null);
    }

    static MethodView justAdded(ContactMethod method) {
        return of(method, method.shown(), null, method.secret);
    }

    private static MethodView of(ContactMethod method, String address, Instant codeUntil, String secret) {
        var health = method.health();
        return new MethodView(
                method.id,
                method.kind,
                address,
                method.verifiedAt != null,
                method.optedOutAt != null,
                method.mayBePaged(),
                health.trouble().orElse(null),
                health.trouble().map(_ -> health.reason()).orElse(null),
                codeUntil,
                secret);
    }
}
