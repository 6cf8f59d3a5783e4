package dev.tocsin.postmortem.approval;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.postmortem.discussion.Comments;
import dev.tocsin.postmortem.draft.Drafts;
import dev.tocsin.postmortem.facts.Ref;
import dev.tocsin.postmortem.review.Section;

/** Sends a report back with the reviewer's words among its comments, where its authors see them while they write. */
@ApplicationScoped
class Reviewing {
    private final Drafts drafts;
    private final Comments comments;

    Reviewing(Drafts drafts, Comments comments) {
        this.drafts = drafts;
        this.comments = comments;
    }

    @Transactional
    Drafts.Outcome requestChanges(UUID id, int seen, String comment, Ref by) {
        var outcome = drafts.requestChanges(id, seen, comment, by);
        if (outcome instanceof Drafts.Outcome.Done) comments.add(id, Section.REPORT, comment, by);
        return outcome;
    }
}
