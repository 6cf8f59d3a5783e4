package dev.tocsin.postmortem.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.postmortem.facts.Ref;
import dev.tocsin.postmortem.report.Content;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Keeps every text a report had, and finds them again. */
@ApplicationScoped
public class Revisions implements PanacheRepositoryBase<Revision, Revision.Key> {
    /** So long the saves within a sitting stay, for merging what somebody began to write upon one of them. */
    private static final Duration UNSETTLED_STAY = Duration.ofHours(24);

    /** Remembers what the report says from this version on; in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(UUID postmortem, int version, Content content, Ref by, Integer restoredFrom, Instant now) {
        var revision = new Revision(postmortem, version, content, by, restoredFrom, now);
        latest(postmortem, version).ifPresent(revision::follow);
        persist(revision);
        delete("key.postmortemId = ?1 and settled = false and at < ?2", postmortem, now.minus(UNSETTLED_STAY));
    }

    /** The sittings before a version (exclusive), newest first. */
    @Transactional
    public List<RevisionView> list(UUID postmortem, int before, int limit) {
        return find(
                        "key.postmortemId = ?1 and settled = true and key.version < ?2 order by key.version desc",
                        postmortem,
                        before)
                .range(0, limit - 1)
                .<Revision>list()
                .stream()
                .map(RevisionView::of)
                .toList();
    }

    /** What the report said at that version, whether text or only its state changed then; empty when it is forgotten. */
    @Transactional
    public Optional<Content> at(UUID postmortem, int version) {
        return latest(postmortem, version + 1).map(revision -> revision.content);
    }

    /** Exactly that revision. */
    @Transactional
    public Optional<Content> exactly(UUID postmortem, int version) {
        return findByIdOptional(new Revision.Key(postmortem, version)).map(revision -> revision.content);
    }

    private Optional<Revision> latest(UUID postmortem, int before) {
        return find("key.postmortemId = ?1 and key.version < ?2 order by key.version desc", postmortem, before)
                .firstResultOptional();
    }
}
