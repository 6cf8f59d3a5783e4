package dev.tocsin.postmortem.timeline;

import java.util.Locale;

/**
 * Writes SVG that any XML parser and any strict page accepts: every text from outside is escaped, every number plain,
 * and how things look comes from {@link Look} alone.
 */
final class Svg {
    /** Which end of a label stands at its place. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    private static final String FONT = "system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif";
    private final StringBuilder out = new StringBuilder(8_192);

    /** A whole picture around this body; the title and the description are what a screen reader tells of it. */
    String picture(String kind, int width, double height, String title, String description) {
        var head = ("<svg xmlns='http://www.w3.org/2000/svg' class='tl tl-%s' role='img' viewBox='0 0 %d %s'"
                        + " width='%d' height='%s' preserveAspectRatio='xMidYMin meet' font-family='%s' font-size='12'>")
                .formatted(kind, width, number(height), width, number(height), FONT);
        return head + "<title>" + escape(title) + "</title><desc>" + escape(description) + "</desc>" + out + "</svg>";
    }

    /** A group with a tooltip, which is also what a screen reader can be led to; the tooltip may be empty. */
    void group(String cssClass, String tooltip, Runnable body) {
        out.append("<g class='").append(cssClass).append("'>");
        if (!tooltip.isEmpty()) out.append("<title>").append(escape(tooltip)).append("</title>");
        body.run();
        out.append("</g>");
    }

    void line(double x1, double y1, double x2, double y2, Look look) {
        out.append("<line x1='%s' y1='%s' x2='%s' y2='%s'%s/>"
                .formatted(number(x1), number(y1), number(x2), number(y2), look.attributes));
    }

    void rect(double x, double y, double width, double height, Look look) {
        out.append("<rect x='%s' y='%s' width='%s' height='%s'%s/>"
                .formatted(number(x), number(y), number(Math.max(0, width)), number(height), look.attributes));
    }

    void circle(double x, double y, double radius, Look look) {
        out.append(
                "<circle cx='%s' cy='%s' r='%s'%s/>".formatted(number(x), number(y), number(radius), look.attributes));
    }

    /** {@code data} is a path with a {@code %s} for each number. */
    void path(Look look, String data, double... numbers) {
        var plain = new Object[numbers.length];
        for (int i = 0; i < numbers.length; i++) plain[i] = number(numbers[i]);
        out.append("<path d='")
                .append(data.formatted(plain))
                .append('\'')
                .append(look.attributes)
                .append("/>");
    }

    void label(double x, double y, String text, Anchor anchor, Look look) {
        label(x, y, "", text, anchor, look);
    }

    /** A label whose first words, the time, stand out. */
    void label(double x, double y, String time, String text, Anchor anchor, Look look) {
        out.append("<text x='%s' y='%s' text-anchor='%s'%s>"
                .formatted(number(x), number(y), anchor.name().toLowerCase(Locale.ROOT), look.attributes));
        if (!time.isEmpty())
            out.append("<tspan font-weight='600'>").append(escape(time)).append("</tspan> ");
        out.append(escape(text)).append("</text>");
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    /** For text and attributes alike; what XML 1.0 cannot hold at all becomes U+FFFD. */
    static String escape(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(allowed(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean allowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
