package dev.tocsin.monitor.code;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.monitor.check.CodeDesk.Step;

/**
 * How checks as code are doing.
 *
 * @param configured whether this replica has a file at all
 * @param applied what rules now
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record CodeView(boolean configured, Optional<Applied> applied, List<Replica> replicas) {

    /** The last content that was applied, and what it changed. */
    public record Applied(Instant at, int created, int changed, int ended, int unchanged) {}

    /** One replica's file. @param standing rules, older (another replica has a newer one) or bad */
    public record Replica(String source, String standing, Instant readAt, List<FileFault> faults) {}

    /** What a file would do. */
    public record Verdict(
            boolean valid,
            List<FileFault> faults,
            List<Step> created,
            List<Step> changed,
            List<Step> ended,
            int unchanged) {}
}
