package dev.tocsin.postmortem.publishing;

import java.util.UUID;

import dev.tocsin.postmortem.draft.PublishedVersion;
import dev.tocsin.postmortem.report.Content;

/**
 * Said to the other rooms in the transaction that publishes a version.
 *
 * @param past true for history from elsewhere, dated by an administrator: nobody wants news of it
 */
public record Published(UUID report, PublishedVersion version, Content content, boolean past) {}
