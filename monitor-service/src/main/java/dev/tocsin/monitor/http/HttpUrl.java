package dev.tocsin.monitor.http;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An absolute http or https address, read once by one parser. {@link java.net.URI} would refuse host names with an
 * underscore, which container networks are full of.
 *
 * @param host in ASCII; an IPv6 address stands in brackets
 * @param target path and query, as sent in the request line
 */
public record HttpUrl(boolean secure, String host, int port, String target) {
    private static final Pattern SHAPE = Pattern.compile("(?i)(https?)://([^/?#]*)([^#]*)(#.*)?");
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]]+)(?::(\\d{1,5}))?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}");
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]*");

    /** @throws IllegalArgumentException with what is wrong, as in "must start with http:// or https://" */
    public static HttpUrl parse(String text) {
        var shape = SHAPE.matcher(text);
        demand(shape.matches(), "must start with http:// or https://");
        demand(!shape.group(2).contains("@"), "must not hold a user or password; send an Authorization header");
        var authority = AUTHORITY.matcher(shape.group(2));
        demand(authority.matches(), "must name a host");
        demand(PRINTABLE.matcher(shape.group(3)).matches(), "must percent-encode blanks and other unusual characters");
        var secure = shape.group(1).equalsIgnoreCase("https");
        var port = authority.group(2) == null ? secure ? 443 : 80 : Integer.parseInt(authority.group(2));
        demand(port > 0 && port < 65536, "must have a port from 1 to 65535");
        var rest = shape.group(3);
        return new HttpUrl(secure, hostOf(authority.group(1)), port, rest.startsWith("/") ? rest : "/" + rest);
    }

    /** The host in ASCII. @throws IllegalArgumentException with what is wrong */
    public static String hostOf(String text) {
        if (text.startsWith("[")) return text.toLowerCase(Locale.ROOT);
        String ascii;
        try {
            ascii = IDN.toASCII(text).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must name a host", e);
        }
        demand(NAME.matcher(ascii).matches(), "must name a host");
        return ascii;
    }

    /** Where a {@code Location} header leads. @throws IllegalArgumentException when it leads nowhere we go */
    public HttpUrl resolve(String location) {
        var schemeSpecific = location.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*");
        if (schemeSpecific) return parse(location);
        if (location.startsWith("//")) return parse((secure ? "https:" : "http:") + location);
        var path = target.split("\\?", 2)[0];
        var base = origin();
        if (location.startsWith("/")) return parse(base + location);
        if (location.startsWith("?")) return parse(base + path + location);
        return parse(base + path.substring(0, path.lastIndexOf('/') + 1) + location);
    }

    /** Scheme, host and port: what a credential is meant for. */
    public String origin() {
        return (secure ? "https://" : "http://") + authority();
    }

    /** As in the {@code Host} header: without the port that goes without saying. */
    public String authority() {
        return port == (secure ? 443 : 80) ? host : host + ":" + port;
    }

    @Override
    public String toString() {
        return origin() + target;
    }

    private static void demand(boolean good, String otherwise) {
        if (!good) throw new IllegalArgumentException(otherwise);
    }
}
