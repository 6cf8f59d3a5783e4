package dev.tocsin.postmortem.timeline;

import java.time.Duration;
import java.util.stream.Collectors;

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
        return text.length() <= LONGEST ? text.toString() : text.substring(0, LONGEST - 1) + "…";
    }
}
