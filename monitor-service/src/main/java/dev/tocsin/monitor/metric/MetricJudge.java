package dev.tocsin.monitor.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import dev.tocsin.monitor.condition.Conditions;
import dev.tocsin.monitor.condition.Conditions.Judgement;
import dev.tocsin.monitor.condition.Facts;
import dev.tocsin.monitor.condition.Judged;

/** Judges many series by the same conditions, purely: all of them must hold for each, and who fails is named. */
final class MetricJudge {
    private MetricJudge() {}

    /** The worst of them: one that is down before one that is degraded before one that is well. */
    static Judgement judge(Conditions conditions, List<Series> series, Function<Series, Facts> facts) {
        var all = new ArrayList<Judgement>();
        for (var one : series) all.add(named(conditions.judge(facts.apply(one)), one));
        var worst =
                all.stream().max(Comparator.comparingInt(MetricJudge::badness)).orElseThrow();
        var alike = all.stream().filter(j -> badness(j) == badness(worst)).count();
        return badness(worst) == 0 || alike == 1 ? worst : withOthers(worst, alike - 1);
    }

    private static int badness(Judgement judgement) {
        return judgement.all().stream()
                .mapToInt(one -> one.holds() ? 0 : one.degrading() ? 1 : 2)
                .max()
                .orElse(0);
    }

    private static Judgement named(Judgement judgement, Series series) {
        return series.labels().isEmpty() ? judgement : saying(judgement, " for " + series.shown());
    }

    private static Judgement withOthers(Judgement worst, long others) {
        return saying(worst, " and %d more".formatted(others));
    }

    private static Judgement saying(Judgement judgement, String more) {
        return new Judgement(
                judgement.all().stream()
                        .map(one -> one.holds()
                                ? one
                                : new Judged(one.condition(), false, one.said() + more, one.degrading()))
                        .toList(),
                judgement.byTime());
    }
}
