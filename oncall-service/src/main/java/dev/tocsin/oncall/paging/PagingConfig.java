package dev.tocsin.oncall.paging;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How pages are worked off. */
@ConfigMapping(prefix = "tocsin.paging")
interface PagingConfig {
    /** Where people reach the dashboard; links in texts begin with it. */
    String publicUrl();

    /** Requests to the carrier at once, a replica. */
    @WithDefault("16")
    int concurrency();

    /** How long a page stays claimed before its intent is written. */
    @WithDefault("5s")
    Duration claim();

    /** How long a request may take before its outcome counts as lost; longer than the client's own timeouts. */
    @WithDefault("17s")
    Duration request();

    /** How long after a request without a clear answer the carrier is asked what became of it. */
    @WithDefault("12s")
    Duration reconcileAfter();

    /** How long after a request the page is sent again when the carrier cannot be asked either. */
    @WithDefault("30s")
    Duration resendAfter();

    /** After this long a page not yet sent gives way to a newer one for the same person and incident. */
    @WithDefault("30m")
    Duration stale();
}
