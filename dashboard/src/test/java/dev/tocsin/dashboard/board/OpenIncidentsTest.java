package dev.tocsin.dashboard.board;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.tocsin.dashboard.InEnglish;
import dev.tocsin.dashboard.incidents.IncidentRow;
import dev.tocsin.dashboard.incidents.NextAction;
import dev.tocsin.dashboard.web.Ref;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(InEnglish.class)
class OpenIncidentsTest {
    private static final UUID ADA = new UUID(0, 1);
    private static final UUID BEN = new UUID(0, 2);
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void mineComeFirstAndTheUntakenBeforeTheTaken() {
        var open = OpenIncidents.of(
                ADA,
                List.of(
                        row(1, "acknowledged", "critical", ADA),
                        row(2, "triggered", "warning", ADA),
                        row(3, "triggered", "critical", BEN),
                        row(4, "triggered", "critical", ADA),
                        row(5, "resolved", "critical", ADA)));
        assertThat(open.mine()).extracting(IncidentRow::number).containsExactly(4, 2, 1);
        assertThat(open.others()).extracting(IncidentRow::number).containsExactly(3);
        assertThat(open.headline()).isEqualTo("2 incidents wait for you");
        assertThat(open.detail()).isEqualTo("4 open: 3 not acknowledged, 1 in hand.");
    }

    @Test
    void theHeadlineSaysWhatMattersMost() {
        assertThat(OpenIncidents.of(ADA, List.of()).headline()).isEqualTo("Nothing is wrong");
        assertThat(OpenIncidents.of(ADA, List.of(row(1, "triggered", "error", BEN)))
                        .headline())
                .isEqualTo("1 incident is not acknowledged yet");
        assertThat(OpenIncidents.of(ADA, List.of(row(1, "acknowledged", "error", BEN)))
                        .headline())
                .isEqualTo("1 open incident, acknowledged");
    }

    @Test
    void anUnknownSeverityComesLastAndBreaksNothing() {
        var open = OpenIncidents.of(ADA, List.of(row(1, "triggered", "odd", ADA), row(2, "triggered", "info", ADA)));
        assertThat(open.mine()).extracting(IncidentRow::number).containsExactly(2, 1);
    }

    @Test
    void thereIsOneNextAction() {
        assertThat(NextAction.of(row(1, "triggered", "error", ADA), true).label())
                .isEqualTo("Acknowledge");
        assertThat(NextAction.of(row(1, "acknowledged", "error", ADA), true).label())
                .isEqualTo("Resolve");
        assertThat(NextAction.of(row(1, "resolved", "error", ADA), true).label())
                .isEqualTo("Write postmortem");
        assertThat(NextAction.of(row(1, "triggered", "error", ADA), false).isPost())
                .isFalse();
    }

    private static IncidentRow row(int number, String state, String severity, UUID assignee) {
        return new IncidentRow(
                new UUID(1, number),
                number,
                "checkout is down",
                state,
                severity,
                new Ref(BEN, "checkout"),
                new Ref(BEN, "Payments"),
                NOON.minusSeconds(60L * number),
                null,
                null,
                null,
                null,
                1,
                List.of(new Ref(assignee, "someone")),
                null,
                null,
                null);
    }
}
