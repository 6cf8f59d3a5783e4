package dev.tocsin.monitor.code;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.monitor.check.CodeDesk;
import dev.tocsin.monitor.code.CheckFiles.Reading;
import dev.tocsin.monitor.code.Contents.Applied;

/** Puts a file that was understood in the place of the last one: in one transaction, one replica at a time. */
@ApplicationScoped
class Applier {
    /** A file that would end more checks than this, and more than half of them, must say that it means it. */
    private static final int FEW = 10;

    private final CodeDesk desk;
    private final Contents contents;
    private final Clock clock;

    Applier(CodeDesk desk, Contents contents, Clock clock) {
        this.desk = desk;
        this.contents = contents;
        this.clock = clock;
    }

    /** What came of it. @param faults why nothing was done, if that is so */
    record Outcome(Standing standing, List<FileFault> faults) {}

    /** A plan and everything that speaks against it. */
    record Draft(CodeDesk.Plan plan, List<FileFault> faults) {}

    @Transactional
    Outcome apply(Reading reading, String hash, UUID replica) {
        contents.lock();
        var last = contents.last();
        var standing = Standing.of(
                last.filter(applied -> applied.hash().equals(hash)).isPresent(),
                contents.known(hash),
                last.filter(applied -> contents.heldByAnother(applied.hash(), replica))
                        .isPresent());
        if (standing != Standing.APPLY) return new Outcome(standing, List.of());
        var draft = draft(reading);
        if (!draft.faults.isEmpty()) return new Outcome(standing, draft.faults);
        var done = desk.apply(reading.entries());
        contents.applied(new Applied(
                hash,
                clock.instant(),
                done.created().size(),
                done.changed().size(),
                done.ended().size(),
                done.unchanged()));
        return new Outcome(Standing.RULES, List.of());
    }

    /** What applying would do. Changes nothing. */
    @Transactional
    Draft draft(Reading reading) {
        if (!reading.faults().isEmpty())
            return new Draft(new CodeDesk.Plan(List.of(), List.of(), List.of(), 0, List.of()), reading.faults());
        var plan = desk.plan(reading.entries());
        var faults = new ArrayList<>(plan.faults().stream().map(reading::place).toList());
        var before = plan.ended().size() + plan.changed().size() + plan.unchanged();
        var ended = plan.ended().size();
        if (before > FEW && ended * 2 > before && !reading.allowRemoval())
            faults.add(new FileFault(
                    "",
                    1,
                    1,
                    "checks",
                    "would end %d of %d checks; if that is meant, say \"allow-removal: true\" beside them"
                            .formatted(ended, before)));
        return new Draft(plan, faults);
    }
}
