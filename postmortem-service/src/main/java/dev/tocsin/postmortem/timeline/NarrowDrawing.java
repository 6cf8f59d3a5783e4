package dev.tocsin.postmortem.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

import dev.tocsin.postmortem.facts.Curve;
import dev.tocsin.postmortem.timeline.Scene.Call;
import dev.tocsin.postmortem.timeline.Scene.Mark;
import dev.tocsin.postmortem.timeline.Scene.Shape;
import dev.tocsin.postmortem.timeline.Svg.Anchor;

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
    private static final int CALLS_IN_A_ROW = 5;
    private static final double TOP = 70;
    private static final double INDENT = 12;
    /** Room for the curve with its heading and its hours. */
    private static final double CURVE = 34 + CurveDrawing.HEIGHT + 22;

    /** Something that gets a row: a point of the story, or a call to the person of a column. */
    private sealed interface Event {
        Instant at();

        record Told(Mark mark) implements Event {
            @Override
            public Instant at() {
                return mark.at();
            }
        }

        record Called(int lane, Call call) implements Event {
            @Override
            public Instant at() {
                return call.at();
            }
        }

        /** Calls in a row that nobody would read one by one. */
        record More(Instant at, int calls, Instant until) implements Event {}
    }

    private record Row(Event event, double y, List<String> lines) {}

    private final Scene scene;
    private final Times times;
    private final double textX;
    private final List<Row> rows = new ArrayList<>();
    private final double height;
    private final Svg svg = new Svg();
    private final Symbols symbols = new Symbols(svg);

    NarrowDrawing(Scene scene) {
        this.scene = scene;
        this.times = new Times(scene.zone(), scene.coreStart(), scene.coreEnd());
        this.textX = STORY_X + 14 + LANE * scene.lanes().size();
        this.height = layOut();
    }

    String svg() {
        var last = rows.isEmpty() ? TOP : rows.getLast().y;
        svg.label(BAR_X, 14, scene.zone().getId() + ", " + times.day(scene.coreStart()), Anchor.START, Look.ZONE);
        impact();
        svg.line(STORY_X, TOP - 8, STORY_X, last, Look.STORY);
        for (int i = 0; i < scene.lanes().size(); i++) lane(i, last);
        rows.forEach(this::row);
        scene.curve().ifPresent(this::curve);
        var whole = height + (scene.curve().isPresent() ? CURVE : 0);
        return svg.picture("narrow", WIDTH, whole, Description.title(scene), Description.of(scene, times));
    }

    private double layOut() {
        var events = new ArrayList<Event>();
        scene.story().stream().filter(Mark::labelled).map(Event.Told::new).forEach(events::add);
        for (int i = 0; i < scene.lanes().size(); i++) {
            for (var call : scene.lanes().get(i).calls()) events.add(new Event.Called(i, call));
        }
        events.sort(Comparator.comparing(Event::at));
        var y = TOP;
        for (var event : gathered(events)) {
            var room = WIDTH - textX - 6 - indent(event);
            var lines = Lettering.wrap(times.of(event.at()) + " " + words(event), SIZE, room, LINES);
            rows.add(new Row(event, y, lines));
            y += Math.max(1, lines.size()) * LINE + 10;
        }
        return y;
    }

    /** The same events; of a long row of calls the first ones and the last, and in between how many more. */
    private static List<Event> gathered(List<Event> events) {
        var gathered = new ArrayList<Event>();
        var row = new ArrayList<Event>();
        for (var event : events) {
            if (isCall(event)) {
                row.add(event);
                continue;
            }
            gathered.addAll(gatheredRow(row));
            row.clear();
            gathered.add(event);
        }
        gathered.addAll(gatheredRow(row));
        return gathered;
    }

    private static List<Event> gatheredRow(List<Event> row) {
        if (row.size() <= CALLS_IN_A_ROW) return List.copyOf(row);
        var kept = new ArrayList<>(row.subList(0, CALLS_IN_A_ROW - 2));
        var left = row.subList(CALLS_IN_A_ROW - 2, row.size() - 1);
        kept.add(
                new Event.More(left.getFirst().at(), left.size(), left.getLast().at()));
        kept.add(row.getLast());
        return kept;
    }

    private static boolean isCall(Event event) {
        return event instanceof Event.Called called && called.call().kind() != Call.Kind.ACKNOWLEDGED;
    }

    private String words(Event event) {
        return switch (event) {
            case Event.More more -> more.calls() + " more pages until " + times.of(more.until());
            case Event.Told(var mark) -> mark.text();
            case Event.Called(var lane, var call) -> {
                var name = scene.lanes().get(lane).name();
                yield switch (call.kind()) {
                    case PAGED -> "Paged " + name;
                    case ESCALATED -> "Escalated to " + name;
                    case ACKNOWLEDGED -> name + " acknowledged";
                };
            }
        };
    }

    private static double indent(Event event) {
        return event instanceof Event.Told(var mark) && mark.shape() == Shape.MISLEADING ? INDENT : 0;
    }

    private void impact() {
        var from = rowAt(scene.impactStart().orElse(scene.detected()));
        var to = Math.max(from + 8, rowAt(scene.end()));
        var unseen = scene.undetectedInWords();
        svg.group(
                "tl-impact-bar",
                scene.impactInWords(),
                () -> svg.rect(BAR_X, from - 4, BAR, to - from + 8, Look.IMPACT));
        unseen.ifPresent(words -> svg.group("tl-undetected-part", words, () -> {
            var seen = rowAt(scene.detected());
            svg.rect(BAR_X, from - 4, BAR, seen - from + 4, Look.UNDETECTED);
            symbols.hatch(BAR_X, from - 4, BAR, seen - from + 4, BAR);
        }));
        var words = scene.impactInWords() + unseen.map(w -> ", " + w).orElse("");
        svg.label(BAR_X, 32, words, Anchor.START, Look.STRONG_LABEL);
    }

    private void lane(int index, double last) {
        var lane = scene.lanes().get(index);
        svg.group("tl-lane", lane.name(), () -> {
            svg.label(laneX(index), TOP - 16, lane.initials(), Anchor.MIDDLE, Look.INITIALS);
            svg.line(laneX(index), TOP - 8, laneX(index), last, Look.LANE);
        });
    }

    private void row(Row row) {
        switch (row.event) {
            case Event.Told(var mark) ->
                svg.group("tl-mark tl-" + mark.shape().word(), mark.text(), () -> {
                    if (mark.shape() == Shape.MISLEADING) {
                        svg.path(Look.DEAD_END, "M%s %sH%s", STORY_X, row.y, textX - 1);
                        symbols.cross(textX + 2, row.y);
                    } else svg.line(STORY_X, row.y, textX - 4, row.y, Look.LEADER);
                    symbols.dot(mark, STORY_X, row.y);
                    lines(row);
                });
            case Event.More _ -> svg.group("tl-call", words(row.event), () -> lines(row));
            case Event.Called(var lane, var call) ->
                svg.group("tl-call", words(row.event), () -> {
                    svg.line(laneX(lane), row.y, textX - 4, row.y, Look.LEADER);
                    symbols.call(call.kind(), laneX(lane), row.y);
                    lines(row);
                });
        }
    }

    private void lines(Row row) {
        var x = textX + indent(row.event);
        var time = times.of(row.event.at());
        for (int i = 0; i < row.lines.size(); i++) {
            var line = row.lines.get(i);
            var y = row.y + 4 + i * LINE;
            if (i == 0 && line.startsWith(time))
                svg.label(x, y, time, line.substring(time.length()).strip(), Anchor.START, Look.BIG_LABEL);
            else svg.label(x, y, line, Anchor.START, Look.BIG_LABEL);
        }
    }

    /** Across the phone, with hours of its own: the rows above are not to scale. */
    private void curve(Curve curve) {
        var top = height + 34;
        var bottom = top + CurveDrawing.HEIGHT;
        var from = scene.leadStart();
        var to = scene.leadEnd().isAfter(from) ? scene.leadEnd() : from.plusSeconds(60);
        var length = (double) Duration.between(from, to).toMillis();
        ToDoubleFunction<Instant> x =
                at -> BAR_X + Duration.between(from, at).toMillis() / length * (WIDTH - 2 * BAR_X);
        svg.label(
                BAR_X,
                top - 18,
                Lettering.cut("Latency of " + curve.check(), 12, WIDTH - 2 * BAR_X),
                Anchor.START,
                Look.STRONG_LABEL);
        svg.group("tl-curve", Description.of(curve, times), () -> {
            new CurveDrawing(svg, curve, x, BAR_X, WIDTH - BAR_X, top).draw();
            scene.resolved()
                    .filter(at -> !at.isAfter(to))
                    .map(x::applyAsDouble)
                    .ifPresent(at -> svg.line(at, top, at, bottom, Look.RESOLVED_LINE));
        });
        svg.label(BAR_X, bottom + 14, times.of(from), Anchor.START, Look.TICK);
        svg.label(WIDTH / 2.0, bottom + 14, "filled: probes failed", Anchor.MIDDLE, Look.TICK);
        svg.label(WIDTH - BAR_X, bottom + 14, times.of(to), Anchor.END, Look.TICK);
    }

    /** Where a time falls among the rows: at the last row not after it. */
    private double rowAt(Instant at) {
        return rows.stream()
                .filter(r -> !r.event.at().isAfter(at))
                .mapToDouble(Row::y)
                .max()
                .orElse(TOP);
    }

    private static double laneX(int index) {
        return STORY_X + LANE * (index + 1);
    }
}
