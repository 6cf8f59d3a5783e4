package dev.tocsin.postmortem.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.tocsin.postmortem.facts.Curve;
import dev.tocsin.postmortem.timeline.Scene.Call;
import dev.tocsin.postmortem.timeline.Scene.Mark;
import dev.tocsin.postmortem.timeline.Scene.Shape;
import dev.tocsin.postmortem.timeline.Svg.Anchor;

/** Left to right: hours above, the impact, a lane for each person called, and the story with its labels. */
final class WideDrawing {
    private static final int WIDTH = 900;
    private static final double LEFT = 132;
    private static final double RIGHT = 876;
    private static final double EDGE = 892;
    private static final double SIZE = 12;
    /** A label may be so long near the right edge, where it must stand to the left of its mark … */
    private static final double LABEL_ROOM = 270;
    /** … and so long where there is room to its right. */
    private static final double LABEL_MOST = 430;

    private static final double LEVEL = 19;
    private static final double LANE = 30;
    private static final double BAR_TOP = 34;
    private static final double BAR = 24;
    private static final double CURVE_GAP = 20;
    private static final double LANES_TOP = BAR_TOP + BAR + 20;

    /** What a sign or a label takes up on its lane. */
    private record Reach(double from, double to) {
        boolean isFreeOf(List<Reach> taken) {
            return from >= LEFT && to <= EDGE && taken.stream().noneMatch(t -> from < t.to + 3 && t.from - 3 < to);
        }
    }

    private final Scene scene;
    private final TimeScale scale;
    private final Times times;
    private final List<Mark> labelled;
    private final List<Labels.Placed> labels;
    private final double storyY;
    private final double storyBottom;
    private final double height;
    private final Svg svg = new Svg();
    private final Symbols symbols = new Symbols(svg);

    WideDrawing(Scene scene) {
        this.scene = scene;
        var start = scene.leadStart();
        var end = scene.leadEnd().isAfter(start) ? scene.leadEnd() : start.plusSeconds(60);
        var events = Stream.concat(
                        scene.story().stream().map(Mark::at),
                        scene.lanes().stream().flatMap(l -> l.calls().stream()).map(Call::at))
                .toList();
        this.scale = new TimeScale(start, end, events, LEFT, RIGHT);
        this.times = new Times(scene.zone(), start, end);
        this.labelled = scene.story().stream().filter(Mark::labelled).toList();
        this.labels = Labels.place(
                labelled.stream()
                        .map(m -> new Labels.Wanted(scale.x(m.at()), labelWidth(m)))
                        .toList(),
                EDGE);
        var lanesBottom = LANES_TOP + LANE * scene.lanes().size() + (scene.lanesLeftOut() > 0 ? 16 : 0);
        this.storyY = lanesBottom + 18 + LEVEL * levels(true);
        this.storyBottom = storyY + 20 + LEVEL * levels(false);
        this.height = storyBottom + (scene.curve().isPresent() ? CURVE_GAP + CurveDrawing.HEIGHT + 6 : 0);
    }

    String svg() {
        axis();
        impact();
        for (int i = 0; i < scene.lanes().size(); i++) lane(i);
        if (scene.lanesLeftOut() > 0)
            gutter(LANES_TOP + LANE * scene.lanes().size() + 12, "and " + scene.lanesLeftOut() + " more");
        story();
        scene.curve().ifPresent(this::curve);
        return svg.picture("wide", WIDTH, height, Description.title(scene), Description.of(scene, times));
    }

    private void axis() {
        svg.label(LEFT - 12, 18, scene.zone().getId(), Anchor.END, Look.ZONE);
        var free = 0.0;
        for (var tick : Times.ticks(scene.zone(), scale.from(), scale.to())) {
            var x = scale.x(tick);
            var text = times.of(tick);
            var half = Lettering.width(text, 11) / 2;
            svg.line(x, 26, x, storyY, Look.GRID);
            if (x - half < free || x + half > WIDTH) continue;
            svg.label(x, 18, text, Anchor.MIDDLE, Look.TICK);
            free = x + half + 8;
        }
    }

    private void impact() {
        var start = scale.x(scene.impactStart().orElse(scene.detected()));
        var end = Math.max(start + 3, scale.x(scene.end()));
        var seen = Math.clamp(scale.x(scene.detected()), start, end);
        gutter(BAR_TOP + 16, "Impact");
        svg.group("tl-impact-bar", scene.impactInWords(), () -> {
            svg.rect(start, BAR_TOP, end - start, BAR, Look.IMPACT);
            if (Lettering.width(scene.impactInWords(), SIZE) + 12 < end - seen)
                svg.label(seen + 6, BAR_TOP + 16, scene.impactInWords(), Anchor.START, Look.ON_IMPACT);
        });
        scene.undetectedInWords().ifPresent(words -> undetected(start, seen, words));
    }

    private void undetected(double from, double to, String words) {
        svg.group("tl-undetected-part", words, () -> {
            svg.rect(from, BAR_TOP, to - from, BAR, Look.UNDETECTED);
            symbols.hatch(from, BAR_TOP, to - from, BAR, BAR);
            if (Lettering.width(words, SIZE) + 12 < to - from)
                svg.label(from + 6, BAR_TOP + 16, words, Anchor.START, Look.ON_UNDETECTED);
            else if (from + Lettering.width(words, SIZE) < EDGE)
                svg.label(from, BAR_TOP + BAR + 14, words, Anchor.START, Look.LABEL);
            else svg.label(to, BAR_TOP + BAR + 14, words, Anchor.END, Look.LABEL);
        });
    }

    private void lane(int index) {
        var lane = scene.lanes().get(index);
        var y = LANES_TOP + LANE * index + LANE / 2;
        gutter(y + 4, lane.name());
        svg.group("tl-lane", lane.name(), () -> {
            svg.line(LEFT, y, RIGHT, y, Look.LANE);
            var taken = new ArrayList<Reach>();
            for (var call : lane.calls()) taken.add(new Reach(scale.x(call.at()) - 6, scale.x(call.at()) + 6));
            // An answer is labelled first: where there is no room for all, it is the page that stays silent.
            lane.calls().reversed().stream()
                    .sorted((a, b) -> b.kind().compareTo(a.kind()))
                    .forEach(call -> call(call, lane, index, y, taken));
        });
    }

    private void call(Call call, Scene.Lane lane, int index, double y, List<Reach> taken) {
        var x = scale.x(call.at());
        var said = call.kind().word + " " + times.of(call.at());
        var width = Lettering.width(said, SIZE);
        var kind = call.kind().name().toLowerCase(Locale.ROOT);
        svg.group("tl-call tl-" + kind, lane.name() + " " + said, () -> {
            if (call.kind() == Call.Kind.ESCALATED && index > 0)
                svg.path(Look.ESCALATION, "M%s %sV%s", x, y - LANE, y - 7);
            symbols.call(call.kind(), x, y);
            var right = new Reach(x + 9, x + 9 + width);
            var left = new Reach(x - 9 - width, x - 9);
            if (right.isFreeOf(taken)) laneLabel(right.from, y, said, Anchor.START, right, taken);
            else if (left.isFreeOf(taken)) laneLabel(left.to, y, said, Anchor.END, left, taken);
        });
    }

    private void laneLabel(double x, double y, String said, Anchor anchor, Reach reach, List<Reach> taken) {
        taken.add(reach);
        svg.label(x, y - 4, said, anchor, Look.LABEL);
    }

    private void story() {
        gutter(storyY + 4, "Story");
        svg.line(LEFT, storyY, RIGHT, storyY, Look.STORY);
        scale.breaks().forEach(x -> symbols.breakMark(x, storyY));
        scene.resolved().map(scale::x).ifPresent(x -> svg.line(x, BAR_TOP - 4, x, storyY, Look.RESOLVED_LINE));
        for (var label : labels) label(labelled.get(label.index()), label);
        for (var mark : scene.story()) {
            svg.group(
                    "tl-mark tl-" + mark.shape().word(),
                    times.of(mark.at()) + " " + mark.text(),
                    () -> symbols.dot(mark, scale.x(mark.at()), storyY));
        }
    }

    private void label(Mark mark, Labels.Placed placed) {
        var x = scale.x(mark.at());
        var aside = placed.above() ? -6 : 6;
        var y = storyY + (placed.above() ? -1 : 1) * LEVEL * (placed.level() + 1);
        var anchor = placed.above() ? Anchor.END : Anchor.START;
        svg.group("tl-story-label tl-" + mark.shape().word(), "", () -> {
            var misleading = mark.shape() == Shape.MISLEADING;
            if (misleading) symbols.deadEnd(x, storyY, x + aside, y);
            else svg.line(x, storyY, x, y + 4, Look.LEADER);
            svg.label(
                    x + (misleading ? aside * 2.4 : aside), y + 4, times.of(mark.at()), text(mark), anchor, Look.LABEL);
        });
    }

    private String text(Mark mark) {
        var room = Math.clamp(EDGE - scale.x(mark.at()) - 16, LABEL_ROOM, LABEL_MOST);
        return Lettering.cut(mark.text(), SIZE, room - Lettering.width(times.of(mark.at()) + " ", SIZE));
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

    /** On the same scale as all above, so that one sees what the check saw at each event. */
    private void curve(Curve curve) {
        var top = storyBottom + CURVE_GAP;
        gutter(top + 12, "Latency");
        svg.label(LEFT - 12, top + 26, Lettering.cut(curve.check(), 11, LEFT - 16), Anchor.END, Look.TICK);
        gutter(top + CurveDrawing.HEIGHT, "failed probes");
        svg.group("tl-curve", Description.of(curve, times), () -> {
            new CurveDrawing(svg, curve, this::within, scale.x(scale.from()), scale.x(scale.to()), top).draw();
            scene.resolved()
                    .map(scale::x)
                    .ifPresent(x -> svg.line(x, top, x, top + CurveDrawing.HEIGHT, Look.RESOLVED_LINE));
        });
    }

    /** Beyond the scale there is no place in proportion, only a side. */
    private double within(Instant at) {
        if (at.isBefore(scale.from())) return scale.x(scale.from()) - 1;
        return at.isAfter(scale.to()) ? scale.x(scale.to()) + 1 : scale.x(at);
    }

    private void gutter(double y, String text) {
        svg.label(LEFT - 12, y, Lettering.cut(text, SIZE, LEFT - 16), Anchor.END, Look.NAME);
    }
}
