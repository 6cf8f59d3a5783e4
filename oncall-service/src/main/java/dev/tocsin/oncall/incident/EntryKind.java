package dev.tocsin.oncall.incident;

import java.util.Locale;

/** What a line of the timeline tells. */
public enum EntryKind {
    TRIGGERED,
    SIGNAL,
    PAGED,
    PAGE_ACCEPTED,
    PAGE_SENT,
    PAGE_DELIVERED,
    PAGE_FAILED,
    PAGE_HELD,
    ESCALATED,
    STEP_SKIPPED,
    POLICY_EXHAUSTED,
    ACKNOWLEDGED,
    ACK_TIMEOUT,
    REPLIED,
    SNOOZED,
    SNOOZE_OVER,
    REASSIGNED,
    RESPONDER_ADDED,
    CAME_ON_SHIFT,
    MAINTENANCE,
    NOTE,
    RESOLVED,
    NOTICED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
