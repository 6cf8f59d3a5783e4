package dev.tocsin.oncall.people;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A contact method as shown. {@code enabled}: it may be paged; otherwise {@code trouble} and {@code reason} say why
 * not. {@code secret} only once, when a webhook was added.
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
        String secret) {

    static MethodView of(ContactMethod method) {
        return of(method, null);
    }

    static MethodView justAdded(ContactMethod method) {
        return of(method, method.secret);
    }

    private static MethodView of(ContactMethod method, String secret) {
        var health = method.health();
        return new MethodView(
                method.id,
                method.kind,
                health.address(),
                method.verifiedAt != null,
                method.optedOutAt != null,
                method.mayBePaged(),
                health.trouble().orElse(null),
                health.trouble().map(_ -> health.reason()).orElse(null),
                secret);
    }
}
