package dev.tocsin.monitor.schedule;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.monitor.alerting.Fence;
import dev.tocsin.monitor.alerting.Ledger;
import dev.tocsin.monitor.history.ResultView;
import dev.tocsin.monitor.history.Results;
import dev.tocsin.monitor.verdict.Cause;
import dev.tocsin.monitor.verdict.Decision;
import dev.tocsin.monitor.verdict.Evidence;
import dev.tocsin.monitor.verdict.Verdict;
import io.quarkus.logging.Log;

/**
 * Puts observations into the account. What cannot be written is kept and tried again with the next one; what somebody
 * else wrote meanwhile is read and judged anew, once. Who has lost the fence writes nothing.
 */
@ApplicationScoped
class Judge {
    private final Ledger ledger;
    private final Surroundings surroundings;
    private final Results results;
    private final Clock clock;

    Judge(Ledger ledger, Surroundings surroundings, Results results, Clock clock) {
        this.ledger = ledger;
        this.surroundings = surroundings;
        this.results = results;
        this.clock = clock;
    }

    /** @param fence empty for a run that a person asked for */
    void hear(Watch watch, Heard heard, Optional<Fence> fence) {
        watch.lock.lock();
        try {
            watch.hear(heard);
            if (settled(watch, fence)) return;
            var id = watch.check().id();
            var current = ledger.standings(Set.of(id)).get(id);
            if (current != null) watch.saved(current);
            if (current != null && settled(watch, fence)) return;
            watch.unsaved().clear();
            Log.debugf("result left to the owner check=%s", id);
        } finally {
            watch.lock.unlock();
        }
    }

    /** Ends what is claimed of a check that nobody has seen for too long. */
    void blind(Watch watch, long nanos, Cause cause, Fence fence) {
        if (!watch.lock.tryLock()) return; // somebody is judging it right now
        try {
            if (!watch.unsaved().isEmpty()) return; // it was seen, and only the database is missing
            var before = watch.stored();
            var check = watch.check();
            var decision = Verdict.blind(before.standing(), watch.gap(nanos), clock.instant(), check.rules(), cause);
            if (decision.leaves(before.standing())) return;
            ledger.write(check.subject(), before, decision, Optional.of(fence), Optional.empty())
                    .ifPresent(watch::saved);
        } finally {
            watch.lock.unlock();
        }
    }

    private boolean settled(Watch watch, Optional<Fence> fence) {
        var check = watch.check();
        while (!watch.unsaved().isEmpty()) {
            var heard = watch.unsaved().getFirst();
            var before = watch.stored();
            var scene = surroundings.of(check, before.standing(), heard);
            var gap = watch.gap(heard.nanos());
            var decision = Verdict.decide(before.standing(), gap, heard.round(), check.rules(), scene);
            if (!decision.leaves(before.standing())) {
                var after = ledger.write(check.subject(), before, decision, fence, lastGood(watch, decision));
                if (after.isEmpty()) return false;
                watch.saved(after.get());
            }
            watch.settled(heard);
            watch.unsaved().removeFirst();
        }
        return true;
    }

    /** Only a change is compared with how it was before. */
    private Optional<Evidence> lastGood(Watch watch, Decision decision) {
        if (decision.changes().stream().noneMatch(change -> change.to().failing())) return Optional.empty();
        return watch.lastGood().or(() -> results.lastGood(watch.check().id()).map(ResultView::evidence));
    }
}
