package dev.tocsin.oncall.simulation;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tocsin.oncall.Ref;

/**
 * What would happen if a service broke at a moment and nobody answered, by the rules and schedules as they are now.
 *
 * @param zone where the service's team reads its clocks
 * @param until how far it was played
 * @param end {@code nothing-more}: nobody is paged after the last move; {@code goes-on}: it would go on after {@code until}
 */
public record Simulation(
        Ref service,
        String zone,
        Instant at,
        Instant until,
        String severity,
        String urgency,
        End end,
        List<Move> moves) {

    /** How it ends. */
    public enum End {
        @JsonProperty("nothing-more")
        NOTHING_MORE,
        @JsonProperty("goes-on")
        GOES_ON
    }

    /**
     * One thing that happens. {@code kind} is that of the timeline, or {@code not-paged} and {@code held} for somebody
     * who is left out; {@code because} is why, and {@code link} leads to the rule. A page has a method, a masked address,
     * a step and a cycle (both from 1).
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Move(
            Instant at,
            String kind,
            String text,
            Ref person,
            String method,
            String address,
            Integer step,
            Integer cycle,
            String because,
            String link) {}
}
