package dev.tocsin.oncall.incident;

import java.time.Instant;

/** What became of handing an incident to somebody else, or of asking one more. */
public sealed interface Reassigned {
    /** They are paged now; {@code to} names them. */
    record Done(String to) implements Reassigned {}

    /** There is nobody to page behind the target; nothing changed. {@code why} is a sentence. */
    record Nobody(String why) implements Reassigned {}

    record TooLate(String resolvedBy, Instant resolvedAt) implements Reassigned {}
}
