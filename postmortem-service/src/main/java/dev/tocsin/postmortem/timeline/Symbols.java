package dev.tocsin.postmortem.timeline;

import dev.tocsin.postmortem.timeline.Scene.Shape;

/** The signs of the drawing: each differs in shape, not in colour alone. */
final class Symbols {
    private Symbols() {}

    /** A page on its way to a person: a triangle. */
    static void bell(Svg svg, double x, double y) {
        svg.path("M%s %sl6 11h-12z".formatted(Svg.number(x), Svg.number(y - 6)), "class", "tl-page", "fill", "#5f6ee0");
    }

    /** An answer: a disc with a tick. */
    static void tick(Svg svg, double x, double y) {
        svg.circle(x, y, 7, "class", "tl-ack", "fill", "#2f9e44");
        svg.path(
                "M%s %sl2.5 2.5l4.5 -5".formatted(Svg.number(x - 3.5), Svg.number(y)),
                "class",
                "tl-ack-tick",
                "fill",
                "none",
                "stroke",
                "#ffffff",
                "stroke-width",
                1.6);
    }

    /** A point of the story. */
    static void dot(Svg svg, Shape shape, boolean pinned, double x, double y) {
        var radius = pinned ? 6 : 4.5;
        switch (shape) {
            case STARTED -> svg.circle(x, y, radius, "class", "tl-dot", "fill", "#c2410c");
            case DETECTED ->
                svg.path(
                        "M%s %sl6 6l-6 6l-6 -6z".formatted(Svg.number(x), Svg.number(y - 6)),
                        "class",
                        "tl-dot",
                        "fill",
                        "#c2410c");
            case RESOLVED -> svg.rect(x - 5, y - 5, 10, 10, "class", "tl-dot", "fill", "#2f9e44");
            case MITIGATED -> svg.circle(x, y, radius, "class", "tl-dot", "fill", "#2f9e44");
            case MISLEADING -> svg.circle(x, y, 3.5, "class", "tl-dot", "fill", "#b7791f");
            case ESCALATED -> bell(svg, x, y);
            case ACTION, ASSUMPTION, NOTE -> svg.circle(x, y, radius, "class", "tl-dot", "fill", "currentColor");
        }
    }

    /** A path that led nowhere: it leaves the line, dashed, and ends in a cross. */
    static void deadEnd(Svg svg, double x, double y, double toX, double toY, boolean above) {
        svg.path(
                "M%s %sC%s %s %s %s %s %s"
                        .formatted(
                                Svg.number(x),
                                Svg.number(y),
                                Svg.number(x),
                                Svg.number((y + toY) / 2),
                                Svg.number(x),
                                Svg.number(toY),
                                Svg.number(toX),
                                Svg.number(toY)),
                "class",
                "tl-dead-end",
                "fill",
                "none",
                "stroke",
                "#b7791f",
                "stroke-width",
                1.6,
                "stroke-dasharray",
                "4 3");
        cross(svg, toX + (above ? -2 : 2), toY);
    }

    static void cross(Svg svg, double x, double y) {
        svg.path(
                "M%s %sl7 7m0 -7l-7 7".formatted(Svg.number(x - 3.5), Svg.number(y - 3.5)),
                "class",
                "tl-dead-end-cross",
                "fill",
                "none",
                "stroke",
                "#b7791f",
                "stroke-width",
                2);
    }

    /** Time left out of the scale. */
    static void breakMark(Svg svg, double x, double y) {
        svg.path(
                "M%s %sl6 -14m2 14l6 -14".formatted(Svg.number(x - 7), Svg.number(y + 7)),
                "class",
                "tl-break",
                "fill",
                "none",
                "stroke",
                "currentColor",
                "stroke-width",
                1.5);
    }
}
