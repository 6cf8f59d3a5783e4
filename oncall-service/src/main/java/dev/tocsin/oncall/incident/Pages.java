package dev.tocsin.oncall.incident;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.oncall.Ref;
import dev.tocsin.oncall.Urgency;

/** What an incident asks of the room that pages; an interface so that paging knows incidents and not the reverse. */
public interface Pages {

    /**
     * A step that is reached: these people are to be told now, each by their own rules. {@code step} is 0 for people who
     * were named by somebody; {@code occasion} tells repeated wishes apart and is empty for steps of a policy.
     */
    record Step(
            UUID incidentId, int cycle, int step, List<UUID> people, Urgency urgency, String occasion, Instant at) {}

    /**
     * A page as shown; {@code address} is masked. {@code heldSince}: it waits for its person's limits or a broken
     * channel; {@code bundledWith}: the number of the incident whose message names this one, too.
     */
    record PageView(
            UUID id,
            Ref person,
            int step,
            int cycle,
            String method,
            String address,
            String state,
            Instant dueAt,
            Instant sentAt,
            Instant deliveredAt,
            Instant heldSince,
            Long bundledWith,
            List<AttemptView> attempts) {}

    /** What the provider told us of a request, as it came in. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReportView(Instant at, String status, String errorCode) {}

    /** One request to the provider. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AttemptView(
            int n,
            Instant at,
            String outcome,
            String providerId,
            String status,
            String errorCode,
            String error,
            boolean possibleDuplicate,
            List<ReportView> reports) {}

    /** Has the person any method that may be used now, for trouble of this urgency? */
    boolean canReach(UUID personId, Urgency urgency);

    /** Writes the pages of a step, in the caller's transaction. */
    void write(Step step);

    /** Cancels what is not on the wire yet, in the caller's transaction: nobody is told of what is taken care of. The number cancelled. */
    int cancel(UUID incidentId);

    /** The same for one person, who has answered. */
    int cancel(UUID incidentId, UUID personId);

    /** The people told in each incident's present cycle. */
    Map<UUID, List<Ref>> told(Collection<UUID> incidentIds);

    /** Every page of an incident, oldest first. */
    List<PageView> of(UUID incidentId);
}
