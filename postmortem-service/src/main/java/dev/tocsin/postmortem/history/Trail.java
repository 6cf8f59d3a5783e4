package dev.tocsin.postmortem.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.postmortem.facts.Ref;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Notes what happened to reports, and reads it back. */
@ApplicationScoped
public class Trail implements PanacheRepositoryBase<Step, UUID> {
    private static final int MOST = 500;

    /** In the caller's transaction: no step without its effect, no effect without its step. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void note(UUID postmortem, StepKind kind, String text, int version, Ref by, Instant now) {
        persist(new Step(postmortem, kind, text, version, by, now));
    }

    /** Newest first; the last 500. */
    @Transactional
    public List<StepView> of(UUID postmortem) {
        return find("postmortemId = ?1 order by at desc, version desc", postmortem)
                .range(0, MOST - 1)
                .<Step>list()
                .stream()
                .map(StepView::of)
                .toList();
    }
}
