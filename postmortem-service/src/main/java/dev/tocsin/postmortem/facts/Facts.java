package dev.tocsin.postmortem.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Everything measured about an incident. Always computed anew from the whole document, never patched.
 *
 * @param duration from the first alert to the resolution, as the machines saw it; the time people suffered is
 *     {@link Impact}, since only a person can say when it began
 * @param pages how many pages reached the wire
 * @param detectedBy what raised the incident: an alert, or a person
 * @param probe what the check saw around it
 * @param escalations how many times a further step was asked: the first step is none
 * @param paging the pages on the wire, oldest first
 * @param timeline the incident's own history, oldest first, read-only
 */
public record Facts(
        Fact<Instant> triggeredAt,
        Fact<Instant> acknowledgedAt,
        Fact<Instant> resolvedAt,
        Fact<Duration> duration,
        Fact<Duration> timeToAcknowledge,
        Fact<Duration> timeToResolve,
        Fact<Integer> pages,
        Fact<List<Ref>> peoplePaged,
        Fact<Integer> escalations,
        Fact<IncidentDocument.Acknowledger> acknowledgedBy,
        Fact<IncidentDocument.Resolver> resolvedBy,
        Fact<String> detectedBy,
        Fact<Curve> probe,
        List<Paged> paging,
        List<Measured> timeline) {

    /** Reports from before these were measured have neither. */
    public Facts {
        detectedBy = detectedBy == null ? Fact.notApplicable("the incident's record") : detectedBy;
        probe = probe == null ? Fact.notApplicable("the check's history") : probe;
    }

    /** One page on the wire; {@code deliveredAt} is null while no phone has confirmed it. */
    public record Paged(Ref person, Instant at, int step, int cycle, String method, Instant deliveredAt) {
        /** True for the page of any step but the first. */
        @JsonIgnore
        public boolean escalation() {
            return step > 1 || cycle > 1;
        }
    }

    /**
     * One measured line; {@code hidden} keeps it off the page, not out of the record. {@code correction} is null unless a
     * person has corrected its time.
     */
    public record Measured(
            long seq,
            Instant at,
            String kind,
            String text,
            Ref person,
            String channel,
            boolean hidden,
            @JsonInclude(JsonInclude.Include.NON_NULL) Fact.Corrected<Instant> correction) {
        Measured hiddenIf(boolean hide) {
            return new Measured(seq, at, kind, text, person, channel, hide, correction);
        }

        Measured movedTo(Instant right, Fact.Corrected<Instant> mark) {
            return new Measured(seq, right, kind, text, person, channel, hidden, mark);
        }
    }

    /** The seqs that are noise to a reader unless an author thinks otherwise. */
    public List<Long> noise() {
        return timeline.stream().filter(Measured::hidden).map(Measured::seq).toList();
    }

    /** The same facts with exactly these lines hidden. */
    public Facts hiding(Collection<Long> seqs) {
        return new Facts(
                triggeredAt,
                acknowledgedAt,
                resolvedAt,
                duration,
                timeToAcknowledge,
                timeToResolve,
                pages,
                peoplePaged,
                escalations,
                acknowledgedBy,
                resolvedBy,
                detectedBy,
                probe,
                paging,
                timeline.stream().map(m -> m.hiddenIf(seqs.contains(m.seq))).toList());
    }

    /** The same facts with what the check saw. */
    public Facts withProbe(Fact<Curve> seen) {
        return new Facts(
                triggeredAt,
                acknowledgedAt,
                resolvedAt,
                duration,
                timeToAcknowledge,
                timeToResolve,
                pages,
                peoplePaged,
                escalations,
                acknowledgedBy,
                resolvedBy,
                detectedBy,
                seen,
                paging,
                timeline);
    }
}
