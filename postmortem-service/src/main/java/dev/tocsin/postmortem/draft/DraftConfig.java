package dev.tocsin.postmortem.draft;

import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which incidents are written up. */
@ConfigMapping(prefix = "tocsin.draft")
interface DraftConfig {
    /** Incidents of these severities get their draft as they resolve; others get one when a person asks. */
    @WithDefault("critical,error")
    Set<String> severities();

    /** An incident that does not say how bad it was is not assumed to be harmless. */
    default boolean opensFor(String severity) {
        return severity == null || severities().contains(severity);
    }
}
