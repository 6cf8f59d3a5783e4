package dev.tocsin.postmortem.cover;

import java.util.Locale;

/** Shapes of a cover as SVG that any XML parser accepts. */
final class Sketch {
    private final StringBuilder out = new StringBuilder(4_096);

    /** The whole picture; it says nothing that the report does not, so it is hidden from screen readers. */
    String picture(int width, int height) {
        return ("<svg xmlns='http://www.w3.org/2000/svg' class='cv' aria-hidden='true' viewBox='0 0 %d %d' width='%d'"
                                + " height='%d' preserveAspectRatio='xMidYMid slice' font-family='system-ui, sans-serif'>")
                        .formatted(width, height, width, height)
                + out + "</svg>";
    }

    void rect(double x, double y, double width, double height, String cssClass, String look) {
        out.append("<rect x='%s' y='%s' width='%s' height='%s' class='%s' %s/>"
                .formatted(number(x), number(y), number(Math.max(0, width)), number(height), cssClass, look));
    }

    void circle(double x, double y, double radius, String cssClass, String look) {
        out.append("<circle cx='%s' cy='%s' r='%s' class='%s' %s/>"
                .formatted(number(x), number(y), number(radius), cssClass, look));
    }

    void path(String data, String cssClass, String look) {
        out.append("<path d='%s' class='%s' %s/>".formatted(data, cssClass, look));
    }

    /** {@code words} are our own: digits and units. */
    void text(double x, double y, String words, String cssClass, String look) {
        out.append("<text x='%s' y='%s' text-anchor='middle' class='%s' %s>%s</text>"
                .formatted(number(x), number(y), cssClass, look, words));
    }

    static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }
}
