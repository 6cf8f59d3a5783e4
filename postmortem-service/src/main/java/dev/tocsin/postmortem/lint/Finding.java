package dev.tocsin.postmortem.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A rule broken between two places of one text. */
record Finding(Rule rule, int start, int end) {
    private static final Comparator<Finding> ORDER =
            Comparator.comparingInt(Finding::start).thenComparing(f -> -f.end);

    /** In the order of the text; of those that overlap only the first, the longer of two that begin together. */
    static List<Finding> apart(List<Finding> all) {
        var kept = new ArrayList<Finding>();
        for (var finding : all.stream().sorted(ORDER).toList()) {
            if (kept.isEmpty() || finding.start >= kept.getLast().end) kept.add(finding);
        }
        return List.copyOf(kept);
    }
}
