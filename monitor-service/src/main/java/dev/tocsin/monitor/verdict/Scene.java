package dev.tocsin.monitor.verdict;

import java.util.Optional;

/**
 * What else was the case when a check was probed.
 *
 * @param maintenance the window that keeps its alerts back
 * @param parent why what it stands behind is to blame, as in "router is down"
 * @param parentTells somebody is told about the parent, or it is in maintenance, so that nobody need be told twice
 */
public record Scene(Optional<String> maintenance, Optional<String> parent, boolean parentTells) {
    /** Nothing else. */
    public static final Scene CLEAR = new Scene(Optional.empty(), Optional.empty(), false);
}
