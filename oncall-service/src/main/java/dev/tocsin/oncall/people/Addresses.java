package dev.tocsin.oncall.people;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.tocsin.oncall.Problem;

/** Addresses of every kind, shown so that their owner recognises them and nobody else can use them. */
public final class Addresses {
    /** One {@literal @}, a name before, a domain of two or more labels or a single host behind; the code proves the rest. */
    private static final Pattern MAIL =
            Pattern.compile("[^\\s@<>,;:\"()]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");

    private Addresses() {}

    /** The address in its one form; refuses what cannot be one, naming {@code field}. */
    static String read(Directory.Kind kind, String field, String text) {
        return switch (kind) {
            case SMS, VOICE -> Phones.read(field, text);
            case EMAIL -> {
                var mail = text.strip();
                if (!MAIL.matcher(mail).matches())
                    throw Problem.badField(field, "is not an e-mail address such as asha@example.com");
                yield mail.substring(0, mail.indexOf('@'))
                        + mail.substring(mail.indexOf('@')).toLowerCase(Locale.ROOT);
            }
            case WEBHOOK -> url(field, text.strip());
        };
    }

    /** Where it leads is looked at each time it is used; here only its form is. */
    private static String url(String field, String text) {
        try {
            var url = new URI(text);
            boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            if (web && url.getHost() != null && url.getRawUserInfo() == null && url.getRawFragment() == null)
                return text;
        } catch (URISyntaxException e) {
            throw Problem.badField(field, "is not a URL: " + e.getReason());
        }
        throw Problem.badField(field, "must be an https URL with a host, without a user and without a fragment");
    }

    /** {@code +1415•••0123}, {@code a•••@example.com}, {@code https://example.com/•••}. */
    public static String masked(Directory.Kind kind, String address) {
        return switch (kind) {
            case SMS, VOICE -> Phones.masked(address);
            case EMAIL ->
                address.substring(0, Math.min(1, address.indexOf('@')))
                        + "•••"
                        + address.substring(address.indexOf('@'));
            case WEBHOOK -> {
                var url = URI.create(address);
                yield url.getScheme() + "://" + url.getRawAuthority() + "/•••";
            }
        };
    }
}
