package dev.tocsin.postmortem.history;

import java.util.Locale;

/** What can happen to a report besides writing. */
public enum StepKind {
    OPENED,
    ASKED_FOR_REVIEW,
    WITHDRAWN,
    /** Sent back by a reviewer, who says why. */
    CHANGES_REQUESTED,
    APPROVED,
    /** Written in after its approval, which took that away. */
    CHANGED_AFTER_APPROVAL,
    PUBLISHED,
    DECLINED,
    REOPENED;

    /** As it stands in JSON and in the database. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
