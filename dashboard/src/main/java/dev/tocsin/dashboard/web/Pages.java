package dev.tocsin.dashboard.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.TemplateInstance;

/** Answers that are pages with a status other than 200. */
public final class Pages {
    private Pages() {}

    /** The form again with its text, because the page itself found something wrong: 422. */
    public static Response again(TemplateInstance page) {
        return of(422, page);
    }

    /** The form again with its text and the service's reasons, with the service's status. */
    public static Response again(TemplateInstance page, CallFailed failure) {
        return of(failure.status(), page);
    }

    public static Response of(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page)
                .build();
    }
}
