package dev.tocsin.postmortem.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.tocsin.postmortem.timeline.Scene.Call;
import dev.tocsin.postmortem.timeline.Scene.Mark;
import dev.tocsin.postmortem.timeline.Scene.Shape;

/** Left to right: hours above, the impact, a lane for each person called, and the story with its labels. */
final class WideDrawing {
    private static final int WIDTH = 900;
    private static final double LEFT = 132;
    private static final double RIGHT = 876;
    private static final double EDGE = 892;
    private static final double SIZE = 12;
    private static final double LABEL_ROOM = 250;
    private static final double LEVEL = 19;
    private static final double LANE = 30;
    private static final double BAR_TOP = 34;
    private static final double BAR = 24;

    private final Scene scene;
    private final TimeScale scale;
    private final Times times;
    private final List<Labels.Placed> labels;
    private final double lanesTop;
    private final double storyY;
    private final double height;
    private final Svg svg = new Svg();

    WideDrawing(Scene scene) {
        this.scene = scene;
        var coreEnd = scene.coreEnd().isAfter(scene.coreStart())
                ? scene.coreEnd()
                : scene.coreStart().plusSeconds(60);
        var events = Stream.concat(
                        scene.story().stream().map(Mark::at),
                        scene.lanes().stream().flatMap(l -> l.calls().stream()).map(Call::at))
                .toList();
        this.scale = new TimeScale(scene.coreStart(), coreEnd, events, LEFT, RIGHT);
        this.times = new Times(scene.zone(), scene.coreStart(), coreEnd);
        this.labels = Labels.place(
                scene.story().stream()
                        .filter(Mark::labelled)
                        .map(m -> new Labels.Wanted(scale.x(m.at()), labelWidth(m)))
                        .toList(),
                EDGE);
        this.lanesTop = BAR_TOP + BAR + 14;
        var lanesBottom = lanesTop + LANE * scene.lanes().size() + (scene.lanesLeftOut() > 0 ? 16 : 0);
        this.storyY = lanesBottom + 18 + LEVEL * levels(true);
        this.height = storyY + 14 + LEVEL * levels(false) + 6;
    }

    String svg() {
        axis();
        impact();
        lanes();
        story();
        return Svg.picture("wide", WIDTH, height, Description.title(scene), Description.of(scene, times), svg);
    }

    private void axis() {
        svg.group("tl-axis", "", g -> {
            gutter(18, scene.zone().getId(), "tl-zone");
            var lastX = -100.0;
            for (var tick : Times.ticks(scene.zone(), scale.from(), scale.to())) {
                var x = scale.x(tick);
                g.line(x, 26, x, storyY, "class", "tl-grid", "stroke", "currentColor", "stroke-opacity", 0.12);
                var text = times.of(tick);
                var half = Lettering.width(text, 11) / 2;
                if (x - half < lastX || x + half > WIDTH) continue;
                g.label(
                        x,
                        18,
                        text,
                        "class",
                        "tl-tick",
                        "text-anchor",
                        "middle",
                        "font-size",
                        11,
                        "fill",
                        "currentColor",
                        "fill-opacity",
                        0.75);
                lastX = x + half + 8;
            }
        });
    }

    private void impact() {
        var start = scale.x(scene.coreStart());
        var end = Math.max(start + 3, scale.x(scene.end()));
        gutter(BAR_TOP + 16, "Impact", "tl-name");
        var said = scene.impactStart().isPresent();
        var span = Times.span(Duration.between(scene.coreStart(), scene.end()));
        var words = said ? "impact " + span : "impact: start not said yet";
        svg.group("tl-impact-bar", words, g -> {
            g.rect(start, BAR_TOP, end - start, BAR, "class", "tl-impact", "rx", 3, "fill", "#c2410c");
            var from = start;
            if (said && scene.detected().isAfter(scene.coreStart())) {
                from = Math.min(end, scale.x(scene.detected()));
                undetected(start, from);
            }
            if (Lettering.width(words, SIZE) + 12 < end - from)
                g.label(from + 6, BAR_TOP + 16, words, "class", "tl-on-impact", "fill", "#ffffff");
        });
    }

    /** Hatched, so that it is told apart without colour. */
    private void undetected(double from, double to) {
        var words = "undetected " + Times.span(Duration.between(scene.coreStart(), scene.detected()));
        svg.group("tl-undetected-part", words, g -> {
            g.rect(from, BAR_TOP, to - from, BAR, "class", "tl-undetected", "rx", 3, "fill", "#fde3d3");
            g.rect(
                    from,
                    BAR_TOP,
                    to - from,
                    BAR,
                    "class",
                    "tl-undetected-edge",
                    "rx",
                    3,
                    "fill",
                    "none",
                    "stroke",
                    "#c2410c");
            var hatch = new StringBuilder();
            for (var x = from + 4; x + BAR < to; x += 8) {
                hatch.append("M%s %sl%s -%s"
                        .formatted(Svg.number(x), Svg.number(BAR_TOP + BAR), Svg.number(BAR), Svg.number(BAR)));
            }
            if (!hatch.isEmpty())
                g.path(
                        hatch.toString(),
                        "class",
                        "tl-hatch",
                        "fill",
                        "none",
                        "stroke",
                        "#c2410c",
                        "stroke-opacity",
                        0.35);
            if (Lettering.width(words, SIZE) + 12 < to - from)
                g.label(
                        from + 6,
                        BAR_TOP + 16,
                        words,
                        "class",
                        "tl-on-undetected",
                        "fill",
                        "#7c2d12",
                        "font-weight",
                        "600");
        });
    }

    private void lanes() {
        for (int i = 0; i < scene.lanes().size(); i++) {
            lane(scene.lanes().get(i), lanesTop + LANE * i + LANE / 2, i);
        }
        if (scene.lanesLeftOut() > 0)
            gutter(lanesTop + LANE * scene.lanes().size() + 12, "and " + scene.lanesLeftOut() + " more", "tl-more");
    }

    private void lane(Scene.Lane lane, double y, int index) {
        gutter(y + 4, lane.name(), "tl-name");
        svg.group("tl-lane", lane.name(), g -> {
            g.line(LEFT, y, RIGHT, y, "class", "tl-lane-line", "stroke", "currentColor", "stroke-opacity", 0.2);
            var taken = new ArrayList<double[]>();
            // An answer is labelled first: where there is no room for all, it is the page that stays silent.
            for (var kind : new Call.Kind[] {Call.Kind.ACKNOWLEDGED, Call.Kind.ESCALATED, Call.Kind.PAGED}) {
                lane.calls().stream().filter(c -> c.kind() == kind).forEach(c -> call(lane, c, y, index, taken));
            }
        });
    }

    private void call(Scene.Lane lane, Call call, double y, int index, List<double[]> taken) {
        var x = scale.x(call.at());
        var said = call.kind().word + " " + times.of(call.at());
        svg.group("tl-" + call.kind().name().toLowerCase(java.util.Locale.ROOT), lane.name() + " " + said, g -> {
            if (call.kind() == Call.Kind.ESCALATED && index > 0)
                g.path(
                        "M%s %sV%s".formatted(Svg.number(x), Svg.number(y - LANE), Svg.number(y - 7)),
                        "class",
                        "tl-escalation",
                        "fill",
                        "none",
                        "stroke",
                        "#5f6ee0",
                        "stroke-width",
                        1.5,
                        "stroke-dasharray",
                        "2 2");
            if (call.kind() == Call.Kind.ACKNOWLEDGED) Symbols.tick(g, x, y);
            else Symbols.bell(g, x, y);
            var width = Lettering.width(said, SIZE);
            var right = x + 10 + width <= EDGE;
            var from = right ? x + 10 : x - 10 - width;
            if (taken.stream().anyMatch(t -> from < t[1] + 4 && t[0] - 4 < from + width)) return;
            taken.add(new double[] {from, from + width});
            taken.add(new double[] {x - 6, x + 6});
            g.label(
                    right ? x + 10 : x - 10,
                    y + 4,
                    said,
                    "class",
                    "tl-label",
                    "text-anchor",
                    right ? "start" : "end",
                    "fill",
                    "currentColor");
        });
    }

    private void story() {
        gutter(storyY + 4, "Story", "tl-name");
        svg.line(
                LEFT,
                storyY,
                RIGHT,
                storyY,
                "class",
                "tl-story",
                "stroke",
                "currentColor",
                "stroke-width",
                2,
                "stroke-opacity",
                0.55);
        for (var x : scale.breaks()) Symbols.breakMark(svg, x, storyY);
        scene.resolved().ifPresent(this::endLine);
        var labelled = scene.story().stream().filter(Mark::labelled).toList();
        for (var label : labels) label(labelled.get(label.index()), label);
        for (var mark : scene.story()) {
            svg.group(
                    "tl-mark tl-" + mark.shape().word(),
                    times.of(mark.at()) + " " + mark.text(),
                    g -> Symbols.dot(g, mark.shape(), mark.pinned(), scale.x(mark.at()), storyY));
        }
    }

    private void endLine(Instant resolved) {
        var x = scale.x(resolved);
        svg.line(x, BAR_TOP - 4, x, storyY, "class", "tl-resolved-line", "stroke", "#2f9e44", "stroke-width", 1.5);
    }

    private void label(Mark mark, Labels.Placed placed) {
        var x = scale.x(mark.at());
        var up = placed.above() ? -1 : 1;
        var y = storyY + up * (LEVEL * (placed.level() + 1));
        var shift = placed.above() ? -6 : 6;
        svg.group("tl-story-label tl-" + mark.shape().word(), "", g -> {
            if (mark.shape() == Shape.MISLEADING) {
                Symbols.deadEnd(g, x, storyY, x + shift, y, placed.above());
            } else {
                g.line(
                        x,
                        storyY + up * 5,
                        x,
                        y + (placed.above() ? 4 : 0),
                        "class",
                        "tl-leader",
                        "stroke",
                        "currentColor",
                        "stroke-opacity",
                        0.35);
            }
            var gap = mark.shape() == Shape.MISLEADING ? shift * 2.4 : shift;
            g.timed(
                    x + gap,
                    y + 4,
                    times.of(mark.at()),
                    text(mark),
                    "class",
                    "tl-label",
                    "text-anchor",
                    placed.above() ? "end" : "start",
                    "fill",
                    "currentColor");
        });
    }

    private String text(Mark mark) {
        return Lettering.cut(mark.text(), SIZE, LABEL_ROOM - Lettering.width(times.of(mark.at()) + " ", SIZE));
    }

    private double labelWidth(Mark mark) {
        return Lettering.width(times.of(mark.at()) + " " + text(mark), SIZE) + 16;
    }

    private int levels(boolean above) {
        return labels.stream()
                .filter(l -> l.above() == above)
                .mapToInt(l -> l.level() + 1)
                .max()
                .orElse(0);
    }

    private void gutter(double y, String text, String cssClass) {
        svg.label(
                LEFT - 12,
                y,
                Lettering.cut(text, SIZE, LEFT - 16),
                "class",
                cssClass,
                "text-anchor",
                "end",
                "fill",
                "currentColor");
    }
}
