package dev.tocsin.postmortem.discussion;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;

import dev.tocsin.postmortem.Problem;
import dev.tocsin.postmortem.draft.Drafts;
import dev.tocsin.postmortem.facts.Ref;
import dev.tocsin.postmortem.review.Section;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Keeps remarks; they are made and settled while the report is at work, and stay to be read. */
@ApplicationScoped
public class Comments implements PanacheRepositoryBase<Comment, UUID> {
    public static final int MOST = 500;

    private final Drafts drafts;
    private final Clock clock;

    Comments(Drafts drafts, Clock clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    /** Oldest first, as one reads a conversation. */
    @Transactional
    List<CommentView> of(UUID postmortem) {
        drafts.hold(postmortem);
        return find("postmortemId = ?1 order by at, id", postmortem).<Comment>list().stream()
                .map(CommentView::of)
                .toList();
    }

    /** Refused when the report is not at work, or has had 500 already. */
    @Transactional
    public CommentView add(UUID postmortem, Section section, String text, Ref by) {
        mustBeAtWork(postmortem);
        if (count("postmortemId", postmortem) >= MOST)
            throw Problem.conflict("it has " + MOST + " comments: settle it in person");
        var comment = new Comment(postmortem, section, text, by, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        persist(comment);
        return CommentView.of(comment);
    }

    @Transactional
    CommentView settle(UUID postmortem, UUID comment, boolean resolved, Ref by) {
        mustBeAtWork(postmortem);
        var found = find("id = ?1 and postmortemId = ?2", comment, postmortem)
                .<Comment>firstResultOptional()
                .orElseThrow(() -> new NotFoundException("no comment " + comment));
        if (resolved) found.resolve(by, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        else found.reopen();
        return CommentView.of(found);
    }

    private void mustBeAtWork(UUID postmortem) {
        var state = drafts.hold(postmortem).state();
        if (!state.isOpen()) throw Problem.conflict("it is " + state.wire() + ": reopen it to discuss it");
    }
}
