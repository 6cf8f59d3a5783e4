package dev.tocsin.postmortem.publishing;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** What readers were given, for the other rooms. */
@ApplicationScoped
public class PublishedReports {
    private final PublicationRepository publications;

    PublishedReports(PublicationRepository publications) {
        this.publications = publications;
    }

    /** The version that readers have now; empty while there is none. */
    @Transactional
    public Optional<PublishedView> latest(UUID report) {
        return publications.latest(report).map(PublishedView::of);
    }
}
