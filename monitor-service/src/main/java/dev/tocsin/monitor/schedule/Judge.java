package dev.tocsin.monitor.schedule;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.monitor.alerting.Fence;
import dev.tocsin.monitor.alerting.Ledger;
import dev.tocsin.monitor.verdict.Observation;
import dev.tocsin.monitor.verdict.Verdict;
import io.quarkus.logging.Log;

/**
 * Puts observations into the account. What cannot be written is kept and tried again with the next one; what somebody
 * else wrote meanwhile is read and judged anew, once. Who has lost the fence writes nothing.
 */
@ApplicationScoped
class Judge {
    private final Ledger ledger;

    Judge(Ledger ledger) {
        this.ledger = ledger;
    }

    /** @param fence empty for a run that a person asked for */
    void hear(Watch watch, Observation seen, Optional<Fence> fence) {
        watch.lock.lock();
        try {
            watch.hear(seen);
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

    private boolean settled(Watch watch, Optional<Fence> fence) {
        var check = watch.check();
        while (!watch.unsaved().isEmpty()) {
            var seen = watch.unsaved().getFirst();
            var before = watch.stored();
            var decision = Verdict.decide(before.standing(), watch.lastSeen(), seen, check.rules());
            if (!decision.standing().equals(before.standing())) {
                var after = ledger.write(check.subject(), before, decision, fence);
                if (after.isEmpty()) return false;
                watch.saved(after.get());
            }
            watch.seen(seen.at());
            watch.unsaved().removeFirst();
        }
        return true;
    }
}
