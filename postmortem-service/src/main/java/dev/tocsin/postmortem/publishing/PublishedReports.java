package dev.tocsin.postmortem.publishing;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;

/** Reads published versions for those who put them on paper or into the post. */
@ApplicationScoped
public class PublishedReports {
    private final PublicationRepository publications;

    PublishedReports(PublicationRepository publications) {
        this.publications = publications;
    }

    /** The version that readers have now; empty while there is none. */
    @Transactional
    public Optional<PublishedView> find(UUID id) {
        return publications.latest(id).map(PublishedView::of);
    }

    /** @throws NotFoundException where nothing is published */
    @Transactional
    public PublishedView latest(UUID id) {
        return publications
                .latest(id)
                .map(PublishedView::of)
                .orElseThrow(() -> new NotFoundException("postmortem " + id + " is not published"));
    }

    /** @throws NotFoundException where there is no such version */
    @Transactional
    public PublishedView version(UUID id, int number) {
        return publications
                .findByIdOptional(new Publication.Key(id, number))
                .map(PublishedView::of)
                .orElseThrow(() -> new NotFoundException("postmortem " + id + " has no version " + number));
    }
}
