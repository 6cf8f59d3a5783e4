package dev.tocsin.dashboard.web;

import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;

/** Who looks at the page this request asks for; known once the session cookie has been exchanged. */
@RequestScoped
public class CurrentViewer {
    private static final String KEY = "tocsin.viewer";

    private final CurrentVertxRequest request;

    public CurrentViewer(CurrentVertxRequest request) {
        this.request = request;
    }

    /** Remembers the viewer for the rest of the request. */
    public static void remember(RoutingContext context, Viewer viewer) {
        context.put(KEY, viewer);
    }

    /**
     * The viewer of a page that requires one.
     *
     * @throws IllegalStateException on a page open to everyone
     */
    public Viewer get() {
        return find().orElseThrow(() -> new IllegalStateException("nobody is signed in on this page"));
    }

    /** The viewer, or empty on pages that are read without signing in. */
    public Optional<Viewer> find() {
        return Optional.ofNullable(request.getCurrent()).map(context -> context.get(KEY));
    }
}
