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

    /** {@code direction} is where labels run: a level is free when what it holds begins beyond our end. */
    private static void stack(
            List<Integer> order, List<Wanted> wanted, int direction, boolean above, List<Placed> placed) {
        var nearestStart = new ArrayList<Double>();
        for (var i : order) {
            var x = wanted.get(i).x * direction;
            var end = x + wanted.get(i).width + APART;
            var level = 0;
            while (level < nearestStart.size() && nearestStart.get(level) < end) level++;
            if (level == nearestStart.size()) nearestStart.add(x);
            else nearestStart.set(level, x);
            placed.add(new Placed(i, above, level));
        }
    }
}
