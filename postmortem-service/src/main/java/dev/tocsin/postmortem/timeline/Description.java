package dev.tocsin.postmortem.timeline;

import java.time.Duration;
import java.util.stream.Collectors;

import dev.tocsin.postmortem.facts.Curve;

/** The drawing in words, for those who cannot see it. */
final class Description {
    private static final int LONGEST = 1_500;

    private Description() {}

    static String title(Scene scene) {
        return "Timeline: " + (scene.title().isBlank() ? "untitled incident" : scene.title());
    }

    static String of(Scene scene, Times times) {
        var text = new StringBuilder();
        text.append(scene.impactStart()
                .map(start -> "Impact from " + times.of(start) + " to " + times.of(scene.end()) + " ("
                        + Times.span(Duration.between(start, scene.end())) + ", " + scene.zone() + ").")
                .orElse("Impact start not said yet. Times are " + scene.zone() + "."));
        scene.impactStart()
                .filter(scene.detected()::isAfter)
                .ifPresent(start -> text.append(" Undetected for ")
                        .append(Times.span(Duration.between(start, scene.detected())))
                        .append('.'));
        for (var lane : scene.lanes()) {
            text.append(' ')
                    .append(lane.name())
                    .append(lane.calls().stream()
                            .map(c -> " " + c.kind().word + " at " + times.of(c.at()))
                            .collect(Collectors.joining(",", ":", ".")));
        }
        for (var mark : scene.story()) {
            if (mark.labelled())
                text.append(' ')
                        .append(times.of(mark.at()))
                        .append(' ')
                        .append(mark.shape().word())
                        .append(": ")
                        .append(Lettering.cut(mark.text(), 1, 80))
                        .append('.');
        }
        scene.curve().ifPresent(curve -> text.append(' ').append(of(curve, times)));
        return text.length() <= LONGEST ? text.toString() : text.substring(0, LONGEST - 1) + "…";
    }

    /** What the check saw, in two sentences. */
    static String of(Curve curve, Times times) {
        var points = curve.points();
        var usual = points.stream().flatMap(p -> p.millis().stream()).sorted().toList();
        var latency = usual.isEmpty()
                ? "No answer was good."
                : "Latency of " + curve.check() + ": usually " + CurveDrawing.millis(usual.get(usual.size() / 2))
                        + ", at most " + CurveDrawing.millis(usual.getLast()) + ".";
        var failing = CurveDrawing.failing(points);
        if (failing.isEmpty()) return latency + " No probe failed.";
        var failed = points.stream().mapToInt(Curve.Point::failed).sum();
        var probes = points.stream().mapToInt(Curve.Point::probes).sum();
        return latency + " " + failed + " of " + probes + " probes failed, from "
                + times.of(failing.getFirst().from()) + " to "
                + times.of(failing.getLast().to()) + ".";
    }
}
