package dev.tocsin.postmortem.timeline;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * Writes SVG that any XML parser and any strict page accepts: every text and attribute is escaped, every number plain.
 * Attributes come as name, value, name, value …
 */
final class Svg {
    private static final String FONT = "system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif";
    private final StringBuilder out = new StringBuilder(8_192);

    /** A whole picture; the body is drawn first, since only then its height is known. */
    static String picture(String kind, int width, double height, String title, String description, Svg body) {
        var svg = new Svg();
        svg.element(
                "svg",
                picture -> {
                    picture.element("title", t -> t.text(title));
                    picture.element("desc", d -> d.text(description));
                    picture.out.append(body.out);
                },
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "tl tl-" + kind,
                "role",
                "img",
                "viewBox",
                "0 0 " + width + " " + number(height),
                "width",
                width,
                "height",
                height,
                "preserveAspectRatio",
                "xMidYMin meet",
                "font-family",
                FONT,
                "font-size",
                12);
        return svg.out.toString();
    }

    /** A group that carries a class and a tooltip, which is also what a screen reader can be led to. */
    void group(String cssClass, String tooltip, Consumer<Svg> body) {
        element(
                "g",
                g -> {
                    if (!tooltip.isEmpty()) g.element("title", t -> t.text(tooltip));
                    body.accept(g);
                },
                "class",
                cssClass);
    }

    void line(double x1, double y1, double x2, double y2, Object... more) {
        open("line", "x1", x1, "y1", y1, "x2", x2, "y2", y2);
        attributes(more);
        out.append("/>");
    }

    void rect(double x, double y, double width, double height, Object... more) {
        open("rect", "x", x, "y", y, "width", Math.max(0, width), "height", height);
        attributes(more);
        out.append("/>");
    }

    void circle(double x, double y, double radius, Object... more) {
        open("circle", "cx", x, "cy", y, "r", radius);
        attributes(more);
        out.append("/>");
    }

    void path(String data, Object... more) {
        open("path", "d", data);
        attributes(more);
        out.append("/>");
    }

    void label(double x, double y, String text, Object... more) {
        open("text", "x", x, "y", y);
        attributes(more);
        out.append('>');
        text(text);
        out.append("</text>");
    }

    /** A label whose first words, the time, stand out. */
    void timed(double x, double y, String time, String text, Object... more) {
        open("text", "x", x, "y", y);
        attributes(more);
        out.append('>');
        element("tspan", t -> t.text(time), "font-weight", "600");
        if (!text.isEmpty()) text(" " + text);
        out.append("</text>");
    }

    static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    private void element(String name, Consumer<Svg> body, Object... attributes) {
        open(name, attributes);
        out.append('>');
        body.accept(this);
        out.append("</").append(name).append('>');
    }

    private void open(String name, Object... attributes) {
        out.append('<').append(name);
        attributes(attributes);
    }

    private void attributes(Object... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            out.append(' ').append(pairs[i]).append("=\"");
            if (pairs[i + 1] instanceof Number n) out.append(number(n.doubleValue()));
            else text(pairs[i + 1].toString());
            out.append('"');
        }
    }

    /** Escapes for text and for attributes; what XML 1.0 cannot hold at all becomes U+FFFD. */
    private void text(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(allowed(c) ? c : 0xFFFD);
            }
        });
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
