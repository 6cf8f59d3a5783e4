package dev.tocsin.monitor.check;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.monitor.Problem;
import dev.tocsin.monitor.alerting.Ledger;
import dev.tocsin.monitor.probe.Target;
import dev.tocsin.monitor.verdict.Decision;
import dev.tocsin.monitor.verdict.Standing;
import dev.tocsin.monitor.verdict.Verdict;
import io.quarkus.logging.Log;

/** Changes checks: the settings and what follows from them for the standing, in one transaction. */
@ApplicationScoped
class CheckDesk {
    private static final int TRIES = 5;

    private final Checks checks;
    private final Targets targets;
    private final Wishes wishes;
    private final Ancestry ancestry;
    private final Origins origins;
    private final Ledger ledger;
    private final Clock clock;

    CheckDesk(
            Checks checks,
            Targets targets,
            Wishes wishes,
            Ancestry ancestry,
            Origins origins,
            Ledger ledger,
            Clock clock) {
        this.checks = checks;
        this.targets = targets;
        this.wishes = wishes;
        this.ancestry = ancestry;
        this.origins = origins;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What is to be probed, and what must hold. @throws Problem.Refusal naming every fault */
    Wanted demandGood(CheckRequest request) {
        return wishes.read(request);
    }

    void demandWhole(Target target) {
        wishes.whole(target);
    }

    @Transactional
    UUID create(CheckRequest request) {
        var wanted = demandGood(request);
        demandWhole(wanted.target());
        if (request.alert().isPresent() && request.alert().get().routingKey().isEmpty())
            throw Problem.badField("alert.routingKey", "is needed to alert anybody");
        var id = UUID.randomUUID();
        make(id, request, wanted);
        ancestry.put(id, request.parentIds());
        return id;
    }

    /** Inside a transaction; its parents are left to the caller. */
    void make(UUID id, CheckRequest request, Wanted wanted) {
        var check = new Check(id, Slot.of(id), clock.instant());
        check.apply(request, wanted, targets);
        checks.persistAndFlush(check);
        ledger.open(id, clock.instant());
        if (request.paused().orElse(false)) setPaused(check, true);
        Log.infof("check created check=%s name=\"%s\" kind=%s", id, request.name(), request.kind());
    }

    @Transactional
    void change(UUID id, CheckRequest request) {
        origins.demandEditable(id);
        var wanted = demandGood(request);
        var check = checks.existing(id);
        var version = request.version().orElseThrow(() -> Problem.badField("version", "is needed to change a check"));
        if (version != check.version)
            throw Problem.conflict("the check is at version %d, your copy at %d".formatted(check.version, version));
        var before = watched(check);
        var target = Secrets.restored(wanted.target(), before.target(), targets.kinds());
        demandWhole(target);
        if (request.alert().isPresent()
                && request.alert().get().routingKey().isEmpty()
                && before.alert().isEmpty()) throw Problem.badField("alert.routingKey", "is needed to alert anybody");
        put(check, request, new Wanted(target, wanted.conditions()), before);
        ancestry.put(id, request.parentIds());
    }

    /** Inside a transaction; its parents are left to the caller. @param before what it was */
    void put(Check check, CheckRequest request, Wanted wanted, Watched before) {
        check.apply(request, wanted, targets);
        checks.flush();
        follow(check, before);
        request.paused().filter(p -> p != check.paused).ifPresent(p -> setPaused(check, p));
        Log.infof("check changed check=%s name=\"%s\" version=%d", check.id, check.name, check.version);
    }

    /** A new question voids the old answer; every other edit leaves the standing as it is. */
    private void follow(Check check, Watched before) {
        var now = watched(check);
        var asksOtherwise =
                !now.target().equals(before.target()) || !now.conditions().equals(before.conditions());
        if (!check.paused && asksOtherwise)
            decide(check, (standing, at) -> Verdict.restart(standing, at, "settings changed"));
        now.alert()
                .filter(to -> !before.alert().equals(now.alert()))
                .ifPresent(to -> ledger.redirectPending(check.id, to));
    }

    @Transactional
    void pause(UUID id) {
        setPaused(checks.existing(id), true);
    }

    @Transactional
    void resume(UUID id) {
        setPaused(checks.existing(id), false);
    }

    @Transactional
    void delete(UUID id) {
        origins.demandEditable(id);
        end(id);
    }

    /** Inside a transaction. */
    void end(UUID id) {
        var check = checks.existing(id);
        check.delete(clock.instant());
        checks.flush();
        decide(check, Verdict::retire);
        ancestry.forget(id);
        origins.forget(id);
        Log.infof("check deleted check=%s name=\"%s\"", id, check.name);
    }

    private void setPaused(Check check, boolean paused) {
        if (check.paused == paused) return;
        check.paused = paused;
        checks.flush();
        decide(check, paused ? Verdict::pause : Verdict::resume);
    }

    private void decide(Check check, BiFunction<Standing, Instant, Decision> rule) {
        var subject = watched(check).subject();
        for (var i = 0; i < TRIES; i++) {
            var read = ledger.standings(Set.of(check.id)).get(check.id);
            var decision = rule.apply(read.standing(), clock.instant());
            var unchanged = decision.changes().isEmpty();
            if (unchanged
                    || ledger.write(subject, read, decision, Optional.empty(), Optional.empty())
                            .isPresent()) return;
        }
        throw Problem.conflict("the check changes faster than it can be written; try again");
    }

    private Watched watched(Check check) {
        return check.watched(targets, ancestry.of(check.id));
    }
}
