package dev.tocsin.oncall.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.oncall.Ref;

/** An incident with all that is known of it. {@code ahead} is what happens if nobody answers. */
public record IncidentDetail(
        @JsonUnwrapped IncidentRow row,
        JsonNode details,
        String client,
        String clientUrl,
        JsonNode links,
        String runbookUrl,
        Ref policy,
        int currentStep,
        int cycle,
        Duration timeToAcknowledge,
        Duration timeToResolve,
        List<Entry> timeline,
        List<Pages.PageView> pages,
        List<Decisions.DecisionView> why,
        List<Ahead> ahead) {

    /** One line of the timeline; {@code person} and {@code channel} say who caused it, where somebody did. */
    public record Entry(int seq, Instant at, String kind, String text, Ref person, String channel) {
        static Entry of(TimelineEntry e) {
            return new Entry(
                    e.seq,
                    e.at,
                    e.kind.wire(),
                    e.body,
                    e.personId == null ? null : new Ref(e.personId, e.person),
                    e.channel == null ? null : e.channel.wire());
        }
    }

    /** A step to come; {@code step} from 1. */
    public record Ahead(Instant at, int step, List<Ref> people) {}
}
