package dev.tocsin.postmortem.paper;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** One of our own SVG drawings made ready for paper and post: its font is ours, its description its alternative text. */
public record Drawing(String svg) {
    private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");
    private static final Pattern DESCRIPTION = Pattern.compile("<desc>([^<]*)</desc>");
    private static final Pattern FONT = Pattern.compile("font-family='[^']*'");

    public Drawing {
        // The built-in font has two weights; asked for one between, the renderer would take the slanted face.
        svg = FONT.matcher(svg)
                .replaceAll("font-family='" + Fonts.FAMILY + "'")
                .replace("font-weight='600'", "font-weight='bold'");
    }

    /** What it shows, in words, escaped for a quoted attribute as it was for the drawing. */
    public String alternative() {
        var title = TITLE.matcher(svg);
        var description = DESCRIPTION.matcher(svg);
        return ((title.find() ? title.group(1) + ". " : "") + (description.find() ? description.group(1) : "")).strip();
    }

    /** The drawing as an address that holds it. */
    public String address() {
        var bytes = svg.getBytes(StandardCharsets.UTF_8);
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
