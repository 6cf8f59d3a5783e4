package dev.tocsin.monitor.check;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * All checks as a picture of them needs it.
 *
 * @param groups one for each team and service that has checks
 * @param worst the checks that are not well, the gravest first and of these the newest, cut off where the asker wished
 * @param cells every check, or none at all where there are more than the asker wished
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Overview(long total, List<Group> groups, List<Bad> worst, List<Cell> cells) {

    /** The checks of one service of one team; both absent where people gave them to nobody. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Group(
            Optional<UUID> teamId,
            Optional<UUID> serviceId,
            long up,
            long degraded,
            long down,
            long unreachable,
            long unknown,
            long paused) {
        long all() {
            return up + degraded + down + unreachable + unknown + paused;
        }
    }

    /** A check that is not well. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Bad(UUID id, String name, String state, Instant stateSince, Optional<String> reason) {}

    /** A check as one cell of many. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Cell(UUID id, String name, String state, Optional<UUID> teamId, Optional<UUID> serviceId) {}
}
