package dev.tocsin.postmortem.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.tocsin.postmortem.Fixtures;
import dev.tocsin.postmortem.facts.Fact.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CorrectionTest {
    private static final Ref ADA = new Ref(new UUID(4, 2), "Ada Admin");
    private static final Instant SAID = Instant.parse("2026-11-22T09:00:00Z");

    @Test
    void aCorrectedTimeShowsWhoWhatItWasAndWhyAndEverythingElseFollows() {
        var facts = measured(correction(Correctable.RESOLVED_AT, "2026-11-22T02:41:54.310Z"));

        assertThat(facts.resolvedAt().value()).isEqualTo(Instant.parse("2026-11-22T02:41:54.310Z"));
        assertThat(facts.resolvedAt().correction())
                .isEqualTo(new Fact.Corrected<>(
                        Instant.parse("2026-11-22T02:47:10.655Z"),
                        State.RECORDED,
                        "the probe was slow to see it",
                        ADA,
                        SAID));
        assertThat(facts.duration().value()).isEqualTo(Duration.ofMinutes(30));
        assertThat(facts.duration().correction().was()).isEqualTo(Duration.parse("PT35M16.345S"));
        assertThat(facts.timeToAcknowledge().correction()).isNull();
    }

    @Test
    void theLineOfTheTimelineStandsWhereTheCorrectedTimeIs() {
        var line = measured(correction(Correctable.ACKNOWLEDGED_AT, "2026-11-22T02:16:00Z")).timeline().stream()
                .filter(l -> l.kind().equals("acknowledged"))
                .findFirst()
                .orElseThrow();

        assertThat(line.at()).isEqualTo(Instant.parse("2026-11-22T02:16:00Z"));
        assertThat(line.correction().was()).isEqualTo(Instant.parse("2026-11-22T02:18:31.002Z"));
        assertThat(measured(correction(Correctable.ACKNOWLEDGED_AT, "2026-11-22T02:16:00Z"))
                        .timeline())
                .extracting(Facts.Measured::at)
                .isSorted();
    }

    @Test
    void theLastCorrectionCountsAndAnEmptyOneBringsBackWhatWasMeasured() {
        var twice = measured(
                correction(Correctable.PAGES, "7"),
                correction(Correctable.PAGES, "3"),
                correction(Correctable.ESCALATIONS, "9"),
                new Correction(Correctable.ESCALATIONS, Optional.empty(), "it was right", ADA, SAID));

        assertThat(twice.pages().value()).isEqualTo(3);
        assertThat(twice.pages().correction().was()).isEqualTo(2);
        assertThat(twice.escalations())
                .isEqualTo(Measurement.of(Fixtures.incident()).escalations());
    }

    @Test
    void whatWasNeverMeasuredCanBeSaidAndIsMarkedAsSaid() {
        var facts = Measurement.of(
                Fixtures.incident(Fixtures.webhook()
                        .replace("\"acknowledgedAt\": \"2026-11-22T02:18:31.002Z\"", "\"acknowledgedAt\": null")),
                List.of(correction(Correctable.ACKNOWLEDGED_AT, "2026-11-22T02:14:54.310Z")));

        assertThat(facts.timeToAcknowledge().value()).isEqualTo(Duration.ofMinutes(3));
        assertThat(facts.timeToAcknowledge().correction().wasState()).isEqualTo(State.NOT_APPLICABLE);
        assertThat(facts.acknowledgedAt().correction().was()).isNull();
    }

    @Test
    void aCorrectionThatContradictsIsInvalidAndSaysSo() {
        var facts = measured(correction(Correctable.TRIGGERED_AT, "2026-11-22T02:30:00Z"));

        assertThat(facts.timeToAcknowledge().state()).isEqualTo(State.INVALID);
        assertThat(facts.acknowledgedAt().note()).contains("before it was triggered");
        assertThat(facts.timeToResolve().state()).isEqualTo(State.RECORDED);
    }

    @Test
    void namesCanBeCorrectedToo() {
        var facts = measured(
                correction(Correctable.PEOPLE_PAGED, "Asha Rao, , Dora Lind"),
                correction(Correctable.RESOLVED_BY, "Chidi"),
                correction(Correctable.DETECTED_BY, "a customer by phone"));

        assertThat(facts.peoplePaged().value()).extracting(Ref::name).containsExactly("Asha Rao", "Dora Lind");
        assertThat(facts.resolvedBy().value().name()).isEqualTo("Chidi");
        assertThat(facts.detectedBy().value()).isEqualTo("a customer by phone");
        assertThat(facts.detectedBy().correction().was())
                .isEqualTo("a monitoring alert (Tocsin monitor, checkout.example.com)");
    }

    @ParameterizedTest
    @CsvSource({
        "resolvedAt, yesterday, must be an instant such as 2026-11-22T02:18:31Z",
        "triggeredAt, 1066-10-14T09:00:00Z, must be a time between 1990 and 2200",
        "pages, -1, 'must be a whole number, 0 or more'",
        "peoplePaged, ' , ', 'must name somebody or something, in at most 400 characters'"
    })
    void aValueThatCannotBeReadIsRefusedWithTheReason(String fact, String value, String reason) {
        assertThat(Correctable.of(fact).orElseThrow().fault(value)).contains(reason);
    }

    @Test
    void durationsFollowAndCannotBeCorrected() {
        assertThat(Correctable.of("duration")).isEmpty();
        assertThat(Correctable.of("timeToAcknowledge")).isEmpty();
    }

    @Test
    void aReportSeenToByWhoAnsweredElseByWhoEndedItElseByWhoWasPagedLast() {
        var nobody = Fixtures.webhook()
                .replaceFirst("\"acknowledgedBy\": \\{[^}]*}", "\"acknowledgedBy\": null")
                .replace("\"2026-11-22T02:18:31.002Z\",\n", "null,\n");
        var ended = nobody.replace(
                "{\"id\": null, \"name\": \"Tocsin monitor\", \"kind\": \"source\"}",
                "{\"id\": \"" + ADA.id() + "\", \"name\": \"Ada Admin\", \"kind\": \"person\"}");

        assertThat(Fixtures.incident().responder().orElseThrow().name()).isEqualTo("Ben Okafor");
        assertThat(Fixtures.incident(ended).responder()).contains(ADA);
        var byToken = ended.replace(ADA.id().toString(), new UUID(0, 0).toString());
        assertThat(Fixtures.incident(byToken).responder().orElseThrow().name()).isEqualTo("Ben Okafor");
        assertThat(Fixtures.incident(nobody).responder().orElseThrow().name()).isEqualTo("Ben Okafor");
        assertThat(new IncidentDocument(Fixtures.incident(nobody).incident(), List.of(), List.of()).responder())
                .isEmpty();
    }

    private static Facts measured(Correction... corrections) {
        return Measurement.of(Fixtures.incident(), List.of(corrections));
    }

    private static Correction correction(Correctable fact, String value) {
        return new Correction(fact, Optional.of(value), "the probe was slow to see it", ADA, SAID);
    }
}
