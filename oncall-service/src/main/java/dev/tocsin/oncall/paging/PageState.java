package dev.tocsin.oncall.paging;

import java.util.Locale;

/** Where a page is on its way. */
enum PageState {
    /** To be sent when its time has come. */
    DUE,
    /** A worker has it; nothing is sent yet. */
    LEASED,
    /** A request is about to be made, or was; its outcome is not known. */
    INTENT,
    /** The carrier took it. */
    ACCEPTED,
    DELIVERED,
    /** The person was not told. */
    FAILED,
    /** A newer page for the same person and incident took its place. */
    EXPIRED,
    /** Another message to the same person stands for this one too. */
    BUNDLED,
    /** Somebody took care of the incident first. */
    CANCELLED;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
