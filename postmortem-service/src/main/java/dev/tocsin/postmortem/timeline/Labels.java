package dev.tocsin.postmortem.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps labels on a line apart. A label runs to the right of its mark and hangs below the line; where that would run
 * over the edge it runs to the left and stands above it. Below, marks are served from right to left and above from left
 * to right: then neither a label nor the leader to it ever crosses another.
 */
final class Labels {
    /** Where one label goes: {@code level} 0 is the nearest to the line; {@code index} is that of the request. */
    record Placed(int index, boolean above, int level) {}

    /** A label of this width wanted at this mark. */
    record Wanted(double x, double width) {}

    private static final double APART = 10;

    private Labels() {}

    static List<Placed> place(List<Wanted> wanted, double edge) {
        var below = new ArrayList<Integer>();
        var above = new ArrayList<Integer>();
        for (int i = 0; i < wanted.size(); i++) {
            (wanted.get(i).x + wanted.get(i).width <= edge ? below : above).add(i);
        }
        Comparator<Integer> byX = Comparator.comparingDouble(i -> wanted.get(i).x);
        // Of two marks at one place the later one is served first, so the earlier keeps the outer level.
        below.sort(byX.thenComparing(Comparator.naturalOrder()).reversed());
        above.sort(byX.thenComparing(Comparator.naturalOrder()));
        var placed = new ArrayList<Placed>();
        stack(below, wanted, 1, false, placed);
        stack(above, wanted, -1, true, placed);
        return placed;
    }

    /**
     * {@code direction} is where labels run, so all served before lie that way. A label goes one level beyond those it
     * would reach over: their leaders end above it.
     */
    private static void stack(
            List<Integer> order, List<Wanted> wanted, int direction, boolean above, List<Placed> placed) {
        var served = new ArrayList<Placed>();
        for (var i : order) {
            var end = wanted.get(i).x * direction + wanted.get(i).width + APART;
            var level = served.stream()
                    .filter(s -> wanted.get(s.index).x * direction < end)
                    .mapToInt(s -> s.level + 1)
                    .max()
                    .orElse(0);
            served.add(new Placed(i, above, level));
        }
        placed.addAll(served);
    }
}
