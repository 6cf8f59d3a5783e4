package dev.tocsin.postmortem.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.tocsin.postmortem.Fixtures;
import dev.tocsin.postmortem.facts.Fact.State;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MeasurementTest {
    private static final String RESOLVED = "\"2026-11-22T02:47:10.655Z\"";
    private static final String ACKNOWLEDGED = "\"2026-11-22T02:18:31.002Z\"";

    @Test
    void aClosedIncidentHasEveryFactRecordedWithItsSource() {
        var facts = Measurement.of(Fixtures.incident());

        assertThat(facts.duration()).isEqualTo(Fact.recorded(Duration.parse("PT35M16.345S"), "triggered to resolved"));
        assertThat(facts.timeToAcknowledge().value()).isEqualTo(Duration.parse("PT6M36.692S"));
        assertThat(facts.acknowledgedBy().value().name()).isEqualTo("Ben Okafor");
        assertThat(facts.resolvedBy().value().kind()).isEqualTo("source");
        assertThat(facts.pages().value()).isEqualTo(2);
        assertThat(facts.escalations().value()).isEqualTo(1);
        assertThat(facts.peoplePaged().value()).extracting(Ref::name).containsExactly("Asha Rao", "Ben Okafor");
        assertThat(facts.pages().source()).isEqualTo("the pages of the incident");
    }

    @Test
    void anIncidentNobodyAcknowledgedHasNoTimeToAcknowledgeRatherThanZero() {
        var facts = facts("\"acknowledgedAt\": " + ACKNOWLEDGED, "\"acknowledgedAt\": null");

        assertThat(facts.acknowledgedAt().state()).isEqualTo(State.NOT_APPLICABLE);
        assertThat(facts.timeToAcknowledge().state()).isEqualTo(State.NOT_APPLICABLE);
        assertThat(facts.timeToAcknowledge().value()).isNull();
    }

    @Test
    void anOpenIncidentWaitsForItsEnd() {
        var facts = facts("\"resolvedAt\": " + RESOLVED, "\"resolvedAt\": null");

        assertThat(facts.resolvedAt().state()).isEqualTo(State.PENDING);
        assertThat(facts.duration()).isEqualTo(Fact.pending("triggered to resolved"));
        assertThat(facts.timeToAcknowledge().state()).isEqualTo(State.RECORDED);
    }

    @Test
    void anEndBeforeTheStartIsInvalidAndSaysSo() {
        var facts = facts("\"resolvedAt\": " + RESOLVED, "\"resolvedAt\": \"2026-11-22T02:00:00Z\"");

        assertThat(facts.duration().state()).isEqualTo(State.INVALID);
        assertThat(facts.duration().value()).isNull();
        assertThat(facts.resolvedAt().note()).contains("before it was triggered");
        assertThat(facts.timeToAcknowledge().state()).isEqualTo(State.RECORDED);
    }

    @Test
    void aDocumentWithoutPagesDoesNotClaimThatThereWereNone() {
        var full = Fixtures.incident();
        var silent = Measurement.of(new IncidentDocument(full.incident(), full.timeline(), null));
        var none = Measurement.of(new IncidentDocument(full.incident(), full.timeline(), List.of()));

        assertThat(silent.pages()).isEqualTo(Fact.notApplicable("the pages of the incident"));
        assertThat(none.pages().value()).isZero();
    }

    @Test
    void aPageThatNeverReachedTheWireIsNotCounted() {
        var facts = facts("\"sentAt\": \"2026-11-22T02:16:54.580Z\"", "\"sentAt\": null");

        assertThat(facts.pages().value()).isEqualTo(1);
        assertThat(facts.escalations().value()).isZero();
    }

    @Test
    void handOversBetweenMachinesAreHiddenAndKept() {
        var facts = Measurement.of(Fixtures.incident());

        assertThat(facts.timeline()).hasSameSizeAs(Fixtures.incident().timeline());
        assertThat(facts.timeline())
                .filteredOn(Facts.Measured::hidden)
                .extracting(Facts.Measured::kind)
                .containsOnly("page-accepted", "page-delivered");
        assertThat(facts.noise()).contains(Fixtures.seq("page-delivered"));
        assertThat(facts.hiding(List.of()).noise()).isEmpty();
    }

    @Test
    void theFirstStepIsNoEscalationToAReader() {
        var told = Fixtures.webhook().replaceFirst("\"timeline\": \\[", """
                        "timeline": [{"seq": 0, "at": "2026-11-22T02:11:54.310Z", "kind": "escalated", "text": "Step 1"},""");

        assertThat(Measurement.of(Fixtures.incident(told)).noise()).contains(0L);
    }

    @Test
    void theImpactIsNeverTakenFromTheDetection() {
        var facts = Measurement.of(Fixtures.incident());

        var impact = Impact.of(Optional.empty(), Optional.empty(), facts);

        assertThat(impact.total().state()).isEqualTo(State.PENDING);
        assertThat(impact.undetected().state()).isEqualTo(State.PENDING);
    }

    @Test
    void theImpactRunsFromWhatAPersonSaidToTheResolution() {
        var facts = Measurement.of(Fixtures.incident());

        var impact = Impact.of(Optional.of(Instant.parse("2026-11-22T02:08:40Z")), Optional.empty(), facts);
        var late = Impact.of(Optional.of(Instant.parse("2026-11-22T02:12:40Z")), Optional.empty(), facts);
        var wrong = Impact.of(Optional.of(Instant.parse("2026-11-22T04:00:00Z")), Optional.empty(), facts);

        assertThat(impact.total().value()).isEqualTo(Duration.parse("PT38M30.655S"));
        assertThat(impact.undetected().value()).isEqualTo(Duration.parse("PT3M14.31S"));
        assertThat(late.undetected().state()).isEqualTo(State.NOT_APPLICABLE);
        assertThat(wrong.total().state()).isEqualTo(State.INVALID);
    }

    @Test
    void anUnknownZoneIsUtc() {
        assertThat(Fixtures.incident(Fixtures.webhook().replace("Europe/Berlin", "Mars/Olympus"))
                        .zone()
                        .getId())
                .isEqualTo("Z");
    }

    private static Facts facts(String before, String after) {
        assertThat(Fixtures.webhook()).contains(before);
        return Measurement.of(Fixtures.incident(Fixtures.webhook().replace(before, after)));
    }
}
