package dev.tocsin.monitor.check;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;

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
    private final Ancestry ancestry;
    private final Ledger ledger;
    private final Clock clock;

    CheckDesk(Checks checks, Targets targets, Ancestry ancestry, Ledger ledger, Clock clock) {
        this.checks = checks;
        this.targets = targets;
        this.ancestry = ancestry;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What is to be probed. @throws Problem.Refusal naming every fault */
    static Target demandGood(CheckRequest request) {
        refuse(CheckRules.faults(request));
        var target = request.http().<Target>map(h -> h).or(request::tcp).orElseThrow();
        return target;
    }

    static void demandWhole(Target target) {
        refuse(Secrets.missing(target));
    }

    @Transactional
    UUID create(CheckRequest request) {
        var target = demandGood(request);
        demandWhole(target);
        if (request.alert().isPresent() && request.alert().get().routingKey().isEmpty())
            throw Problem.badField("alert.routingKey", "is needed to alert anybody");
        var id = UUID.randomUUID();
        var check = new Check(id, Slot.of(id), clock.instant());
        check.apply(request, target, targets);
        checks.persistAndFlush(check);
        ledger.open(id, clock.instant());
        ancestry.put(id, request.parentIds());
        if (request.paused().orElse(false)) pause(id);
        Log.infof("check created check=%s name=\"%s\" kind=%s", id, request.name(), request.kind());
        return id;
    }

    @Transactional
    void change(UUID id, CheckRequest request) {
        demandGood(request);
        var check = checks.existing(id);
        var version = request.version().orElseThrow(() -> Problem.badField("version", "is needed to change a check"));
        if (version != check.version)
            throw Problem.conflict("the check is at version %d, your copy at %d".formatted(check.version, version));
        var before = watched(check);
        var target = Secrets.restored(demandGood(request), before.target());
        demandWhole(target);
        if (request.alert().isPresent()
                && request.alert().get().routingKey().isEmpty()
                && before.alert().isEmpty()) throw Problem.badField("alert.routingKey", "is needed to alert anybody");
        check.apply(request, target, targets);
        checks.flush();
        ancestry.put(id, request.parentIds());
        follow(check, before);
        request.paused().filter(p -> p != check.paused).ifPresent(p -> setPaused(check, p));
        Log.infof("check changed check=%s name=\"%s\" version=%d", id, check.name, check.version);
    }

    /** A new question voids the old answer; every other edit leaves the standing as it is. */
    private void follow(Check check, Watched before) {
        var now = watched(check);
        if (!check.paused && !now.target().equals(before.target()))
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
        var check = checks.existing(id);
        check.delete(clock.instant());
        checks.flush();
        decide(check, Verdict::retire);
        ancestry.forget(id);
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

    private static void refuse(List<Problem.Fault> faults) {
        if (faults.isEmpty()) return;
        var sentences = new ArrayList<String>();
        for (var fault : faults) sentences.add(fault.field() + " " + fault.reason());
        throw new Problem.Refusal(Response.Status.BAD_REQUEST, String.join("; ", sentences), faults);
    }
}
