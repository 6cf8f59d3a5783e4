package dev.tocsin.dashboard.web;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

/**
 * The message shown once on the page after an action: {@code return Flash.good("Team saved.").on("/teams/" + id);}
 *
 * @param tone good, warn or bad
 * @param undo where what was taken away stands in a form again, a local path; null where nothing was
 */
public record Flash(String tone, String text, String undo) {
    static final String COOKIE = "tocsin-flash";

    public static Flash good(String text) {
        return new Flash("good", text, null);
    }

    public static Flash warn(String text) {
        return new Flash("warn", text, null);
    }

    public static Flash bad(String text) {
        return new Flash("bad", text, null);
    }

    /** The same message with a way back. */
    public Flash undoneBy(Address form) {
        return new Flash(tone, text, form.path());
    }

    /** A 303 to a local path, on which this message is shown. */
    public Response on(String path) {
        return Response.seeOther(URI.create(path)).cookie(cookie(wire(), 60)).build();
    }

    /** The icon that says what the colour says. */
    public String icon() {
        return switch (tone) {
            case "good" -> "tick-round";
            case "bad" -> "stop";
            default -> "warn";
        };
    }

    static NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    String wire() {
        var said = tone + "." + coded(text.substring(0, Math.min(text.length(), 500)));
        return undo == null ? said : said + "|" + coded(undo);
    }

    static Optional<Flash> parse(String wire) {
        var dot = wire.indexOf('.');
        if (dot < 1) return Optional.empty();
        var tone = wire.substring(0, dot);
        if (!tone.equals("good") && !tone.equals("warn") && !tone.equals("bad")) return Optional.empty();
        try {
            var parts = wire.substring(dot + 1).split("[|]", 2);
            var undo = parts.length < 2 ? null : LocalPath.or(decoded(parts[1]), null);
            return Optional.of(new Flash(tone, decoded(parts[0]), undo));
        } catch (IllegalArgumentException mangled) {
            return Optional.empty(); // a cookie somebody edited: no message
        }
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
