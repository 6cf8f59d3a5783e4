package dev.tocsin.phones.pages;

import java.net.URI;
import java.util.Optional;

/** Whether a form was posted from our own page: another site must not text in a person's name. */
final class SameSite {
    private SameSite() {}

    /** Browsers say so in {@code Sec-Fetch-Site}; older ones name the {@code Origin}; programs that say neither are no browser. */
    static boolean isOwn(Optional<String> secFetchSite, Optional<String> origin, String host) {
        if (secFetchSite.isPresent())
            return secFetchSite.get().equals("same-origin")
                    || secFetchSite.get().equals("none");
        return origin.map(o -> host.equals(authority(o))).orElse(true);
    }

    private static String authority(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getAuthority()).orElse("");
        } catch (IllegalArgumentException notAUri) {
            return "";
        }
    }
}
