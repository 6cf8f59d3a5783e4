package dev.tocsin.dashboard.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Addresses of static files, with a fingerprint of their content, so that browsers may keep them for a year. */
@Named("assets")
@Singleton
public class Assets {
    static final String HTMX = "/webjars/htmx.org/2.0.10/dist/htmx.min.js";
    static final String SSE = "/webjars/htmx-ext-sse/2.2.2/sse.js";

    private final String css = versioned("/static/tocsin.css");
    private final String script = versioned("/static/tocsin.js");
    private final String live = versioned("/static/live.js");
    private final String editor = versioned("/static/editor.js");
    private final String icons = versioned("/static/icons.svg");
    private final String favicon = versioned("/static/favicon.svg");
    private final String faviconAlert = versioned("/static/favicon-alert.svg");

    public String css() {
        return css;
    }

    public String script() {
        return script;
    }

    /** Keeps a page fresh: needed on pages that listen to the stream, after {@link #htmx} and {@link #sse}. */
    public String live() {
        return live;
    }

    /** The postmortem editor's, after {@link #htmx}. */
    public String editor() {
        return editor;
    }

    public String htmx() {
        return HTMX;
    }

    public String sse() {
        return SSE;
    }

    public String icons() {
        return icons;
    }

    public String favicon() {
        return favicon;
    }

    /** The same with a mark, while something waits for somebody. */
    public String faviconAlert() {
        return faviconAlert;
    }

    private static String versioned(String path) {
        try (var content = Assets.class.getResourceAsStream("/META-INF/resources" + path)) {
            if (content == null) throw new IllegalStateException("no static file " + path);
            var digest = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return path + "?v=" + HexFormat.of().formatHex(digest, 0, 5);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
