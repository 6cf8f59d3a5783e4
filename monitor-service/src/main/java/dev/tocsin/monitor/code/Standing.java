package dev.tocsin.monitor.code;

/**
 * Whose file rules when replicas have different ones, purely. What nobody has ever applied is an edit and rules at once. What
 * was applied before is older, and rules only when no living replica has what rules now: then it was put back on purpose,
 * and not merely forgotten on one machine. So files never take turns.
 */
enum Standing {
    /** This file rules. */
    RULES,
    /** This file is to rule from now on. */
    APPLY,
    /** Another replica has a newer one. */
    OLDER;

    /**
     * @param ruling whether this content is the one that was applied last
     * @param known whether it was ever applied
     * @param rulingHeld whether a living replica has in its file what was applied last
     */
    static Standing of(boolean ruling, boolean known, boolean rulingHeld) {
        if (ruling) return RULES;
        return known && rulingHeld ? OLDER : APPLY;
    }
}
