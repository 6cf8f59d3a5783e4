package dev.tocsin.postmortem.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
    private static final double TOP = 70;
    private static final double INDENT = 12;

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
        return svg.picture("narrow", WIDTH, height, Description.title(scene), Description.of(scene, times));
    }

    private double layOut() {
        var events = new ArrayList<Event>();
        scene.story().stream().filter(Mark::labelled).map(Event.Told::new).forEach(events::add);
        for (int i = 0; i < scene.lanes().size(); i++) {
            for (var call : scene.lanes().get(i).calls()) events.add(new Event.Called(i, call));
        }
        events.sort(Comparator.comparing(Event::at));
        var y = TOP;
        for (var event : events) {
            var room = WIDTH - textX - 6 - indent(event);
            var lines = Lettering.wrap(times.of(event.at()) + " " + words(event), SIZE, room, LINES);
            rows.add(new Row(event, y, lines));
            y += Math.max(1, lines.size()) * LINE + 10;
        }
        return y;
    }

    private String words(Event event) {
        return switch (event) {
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
