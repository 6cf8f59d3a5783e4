package dev.tocsin.dashboard.web;

import java.net.URI;
import java.net.URISyntaxException;

/** Where a form leads back to: a path on this dashboard, whatever somebody wrote into the address. Pure. */
public final class LocalPath {
    private LocalPath() {}

    /** The path when it is one of ours, else {@code /}. Never another host, never the sign-in form itself. */
    public static String or(String candidate, String otherwise) {
        return isLocal(candidate) ? candidate : otherwise;
    }

    /** A path as the log may have it: no line of its own, and without the secret that a link carries in it. */
    static String printable(String path) {
        return path.replaceAll("[0-9A-Za-z]{20,}", "…").replaceAll("\\p{Cntrl}", "?");
    }

    static boolean isLocal(String candidate) {
        if (candidate == null || !candidate.startsWith("/") || candidate.length() > 2000) return false;
        if (candidate.startsWith("//") || candidate.indexOf('\\') >= 0) return false;
        if (candidate.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) return false;
        try {
            var uri = new URI(candidate);
            if (uri.isAbsolute() || uri.getRawAuthority() != null || uri.getPath() == null) return false;
            var path = uri.getPath();
            return !path.contains("//")
                    && !path.contains("/.")
                    && !path.equals("/login")
                    && !path.equals("/logout")
                    && !path.equals("/live");
        } catch (URISyntaxException garbage) {
            return false;
        }
    }
}
