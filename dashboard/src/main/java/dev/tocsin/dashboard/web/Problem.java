package dev.tocsin.dashboard.web;

import java.util.List;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What a service says when it refuses, RFC 9457.
 *
 * @param errors one entry for each field that is wrong; null or empty when it is not about a field
 */
@RegisterForReflection
public record Problem(String title, int status, String detail, List<FieldError> errors) {
    public Problem {
        errors = errors == null ? List.of() : List.copyOf(errors);
    }

    /** @param field the path of the field in the body, such as {@code http.url} */
    @RegisterForReflection
    public record FieldError(String field, String reason) {}

    /** The one sentence to show. */
    public String sentence() {
        return detail == null || detail.isBlank() ? title : detail;
    }
}
