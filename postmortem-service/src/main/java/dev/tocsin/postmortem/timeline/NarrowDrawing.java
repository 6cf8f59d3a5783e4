package dev.tocsin.postmortem.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import dev.tocsin.postmortem.timeline.Scene.Call;
import dev.tocsin.postmortem.timeline.Scene.Mark;
import dev.tocsin.postmortem.timeline.Scene.Shape;

/**
 * Downwards, one row an event, for a phone: the impact as a bar at the left, the story's line, a column for each person
 * called, and the words. Rows follow one another in time but not to scale: on 360 units words need the room.
 */
final class NarrowDrawing {
    private static final int WIDTH = 360;
    private static final double BAR_X = 6;
    private static final double BAR = 12;
    private static final double STORY_X = 34;
    private static final double LANE = 20;
    private static final double SIZE = 13;
    private static final double LINE = 16;
    private static final int LINES = 3;
    private static final double TOP = 44;

    /** One event in its place; {@code lane} is -1 for the story. */
    private record Row(Instant at, int lane, Mark mark, Call call, double y, List<String> lines) {}

    private final Scene scene;
    private final Times times;
    private final double textX;
    private final List<Row> rows = new ArrayList<>();
    private final double height;
    private final Svg svg = new Svg();

    NarrowDrawing(Scene scene) {
        this.scene = scene;
        this.times = new Times(scene.zone(), scene.coreStart(), scene.coreEnd());
        this.textX = STORY_X + 14 + LANE * scene.lanes().size();
        this.height = layOut() + 4;
    }

    String svg() {
        var last = rows.isEmpty() ? TOP : rows.getLast().y;
        svg.label(
                textX,
                16,
                scene.zone().getId() + ", " + times.day(scene.coreStart()),
                "class",
                "tl-zone",
                "font-size",
                12,
                "fill",
                "currentColor",
                "fill-opacity",
                0.75);
        impact();
        svg.line(
                STORY_X,
                TOP - 8,
                STORY_X,
                last,
                "class",
                "tl-story",
                "stroke",
                "currentColor",
                "stroke-width",
                2,
                "stroke-opacity",
                0.55);
        for (int i = 0; i < scene.lanes().size(); i++) lane(i, last);
        rows.forEach(this::row);
        return Svg.picture("narrow", WIDTH, height, Description.title(scene), Description.of(scene, times), svg);
    }

    private double layOut() {
        record Event(Instant at, int lane, Mark mark, Call call) {}
        var events = new ArrayList<Event>();
        scene.story().stream().filter(Mark::labelled).forEach(m -> events.add(new Event(m.at(), -1, m, null)));
        for (int i = 0; i < scene.lanes().size(); i++) {
            for (var call : scene.lanes().get(i).calls()) events.add(new Event(call.at(), i, null, call));
        }
        events.sort(Comparator.comparing(Event::at));
        var y = TOP;
        for (var event : events) {
            var words = event.mark == null
                    ? capital(
                            event.call.kind().word,
                            scene.lanes().get(event.lane).name())
                    : event.mark.text();
            var indent = event.mark != null && event.mark.shape() == Shape.MISLEADING ? 12 : 0;
            var lines = Lettering.wrap(times.of(event.at) + " " + words, SIZE, WIDTH - textX - 6 - indent, LINES);
            rows.add(new Row(event.at, event.lane, event.mark, event.call, y, lines));
            y += Math.max(1, lines.size()) * LINE + 10;
        }
        return y;
    }

    private static String capital(String word, String name) {
        return word.equals("acknowledged") ? name + " acknowledged" : word + " " + name;
    }

    private void impact() {
        var from = rowAt(scene.coreStart());
        var to = Math.max(from + 8, rowAt(scene.end()));
        var said = scene.impactStart().isPresent();
        var words = said
                ? "impact " + Times.span(Duration.between(scene.coreStart(), scene.end()))
                : "impact: start not said yet";
        svg.group("tl-impact-bar", words, g -> {
            g.rect(BAR_X, from - 4, BAR, to - from + 8, "class", "tl-impact", "rx", 3, "fill", "#c2410c");
            if (said && scene.detected().isAfter(scene.coreStart())) undetected(from, rowAt(scene.detected()));
            g.label(BAR_X, 32, words, "class", "tl-label", "font-weight", "600", "fill", "currentColor");
        });
    }

    private void undetected(double from, double to) {
        var words = "undetected " + Times.span(Duration.between(scene.coreStart(), scene.detected()));
        svg.group("tl-undetected-part", words, g -> {
            g.rect(
                    BAR_X,
                    from - 4,
                    BAR,
                    to - from + 4,
                    "class",
                    "tl-undetected",
                    "fill",
                    "#fde3d3",
                    "stroke",
                    "#c2410c");
            var hatch = new StringBuilder();
            for (var y = from + 10; y < to; y += 8) {
                hatch.append(
                        "M%s %sl%s -%s".formatted(Svg.number(BAR_X), Svg.number(y), Svg.number(BAR), Svg.number(BAR)));
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
                        0.5);
        });
    }

    private void lane(int index, double last) {
        var lane = scene.lanes().get(index);
        var x = laneX(index);
        svg.group("tl-lane", lane.name(), g -> {
            g.line(x, TOP - 8, x, last, "class", "tl-lane-line", "stroke", "currentColor", "stroke-opacity", 0.2);
        });
    }

    private void row(Row row) {
        var words = row.mark == null ? "" : row.mark.text();
        var kind = row.mark == null
                ? row.call.kind().name().toLowerCase(Locale.ROOT)
                : row.mark.shape().word();
        svg.group("tl-row tl-" + kind, words, g -> {
            var x = row.lane < 0 ? STORY_X : laneX(row.lane);
            var indent = 0.0;
            if (row.mark != null && row.mark.shape() == Shape.MISLEADING) {
                g.line(
                        STORY_X,
                        row.y,
                        textX,
                        row.y,
                        "class",
                        "tl-dead-end",
                        "stroke",
                        "#b7791f",
                        "stroke-width",
                        1.6,
                        "stroke-dasharray",
                        "4 3");
                Symbols.cross(g, textX + 2, row.y);
                indent = 12;
            } else {
                g.line(
                        x,
                        row.y,
                        textX - 4,
                        row.y,
                        "class",
                        "tl-leader",
                        "stroke",
                        "currentColor",
                        "stroke-opacity",
                        0.25);
            }
            if (row.mark != null) Symbols.dot(g, row.mark.shape(), row.mark.pinned(), x, row.y);
            else if (row.call.kind() == Call.Kind.ACKNOWLEDGED) Symbols.tick(g, x, row.y);
            else Symbols.bell(g, x, row.y);
            words(g, row, textX + indent);
        });
    }

    private void words(Svg g, Row row, double x) {
        var time = times.of(row.at);
        for (int i = 0; i < row.lines.size(); i++) {
            var line = row.lines.get(i);
            var y = row.y + 4 + i * LINE;
            if (i == 0 && line.startsWith(time))
                g.timed(
                        x,
                        y,
                        time,
                        line.substring(time.length()).strip(),
                        "class",
                        "tl-label",
                        "font-size",
                        SIZE,
                        "fill",
                        "currentColor");
            else g.label(x, y, line, "class", "tl-label", "font-size", SIZE, "fill", "currentColor");
        }
    }

    /** Where a time falls among the rows: at the last row not after it. */
    private double rowAt(Instant at) {
        var y = TOP;
        for (var row : rows) {
            if (row.at.isAfter(at)) break;
            y = row.y;
        }
        return y;
    }

    private double laneX(int index) {
        return STORY_X + LANE * (index + 1);
    }
}
