package dev.tocsin.postmortem.timeline;

import dev.tocsin.postmortem.timeline.Scene.Mark;

/** The signs of the drawing: each differs in shape, not in colour alone. */
final class Symbols {
    private final Svg svg;

    Symbols(Svg svg) {
        this.svg = svg;
    }

    /** A page on its way to a person: a triangle. */
    void page(double x, double y) {
        svg.path(Look.PAGE, "M%s %sl6 11h-12z", x, y - 6);
    }

    /** An answer: a disc with a tick. */
    void acknowledgement(double x, double y) {
        svg.circle(x, y, 7, Look.ACK);
        svg.path(Look.ACK_TICK, "M%s %sl2.5 2.5l4.5 -5", x - 3.5, y);
    }

    /** A call or its answer. */
    void call(Scene.Call.Kind kind, double x, double y) {
        switch (kind) {
            case PAGED, ESCALATED -> page(x, y);
            case ACKNOWLEDGED -> acknowledgement(x, y);
        }
    }

    /** A point of the story. */
    void dot(Mark mark, double x, double y) {
        var radius = mark.pinned() ? 6 : 4.5;
        switch (mark.shape()) {
            case STARTED -> svg.circle(x, y, radius, Look.BAD_DOT);
            case DETECTED -> svg.path(Look.BAD_DOT, "M%s %sl6 6l-6 6l-6 -6z", x, y - 6);
            case RESOLVED -> svg.rect(x - 5, y - 5, 10, 10, Look.GOOD_DOT);
            case MITIGATED -> svg.circle(x, y, radius, Look.GOOD_DOT);
            case MISLEADING -> svg.circle(x, y, 3.5, Look.LOST_DOT);
            case ESCALATED -> page(x, y);
            case ACTION, ASSUMPTION, NOTE -> svg.circle(x, y, radius, Look.DOT);
        }
    }

    /** A path that led nowhere: it bends away from the line, dashed, and ends in a cross. */
    void deadEnd(double x, double y, double toX, double toY) {
        svg.path(Look.DEAD_END, "M%s %sC%s %s %s %s %s %s", x, y, x, (y + toY) / 2, x, toY, toX, toY);
        cross(toX + Math.copySign(2, toX - x), toY);
    }

    void cross(double x, double y) {
        svg.path(Look.CROSS, "M%s %sl7 7m0 -7l-7 7", x - 3.5, y - 3.5);
    }

    /** Time left out of the scale. */
    void breakMark(double x, double y) {
        svg.path(Look.BREAK, "M%s %sl6 -14m2 14l6 -14", x - 7, y + 7);
    }

    /** Strokes across a box, so that it is told apart without colour. */
    void hatch(double x, double y, double width, double height, double slant) {
        for (var from = 4.0; from + slant < Math.max(width, height); from += 8) {
            if (width >= height) svg.path(Look.HATCH, "M%s %sl%s -%s", x + from, y + height, slant, height);
            else svg.path(Look.HATCH, "M%s %sl%s -%s", x, y + from + slant, width, slant);
        }
    }
}
