package dev.tocsin.postmortem.report;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.tocsin.postmortem.Fixtures;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LimitsTest {
    @Test
    void anUnfinishedReportBreaksNone() {
        assertThat(Limits.brokenBy(Content.startingAs("", "UTC", List.of()))).isEmpty();
        assertThat(Limits.brokenBy(Fixtures.finished())).isEmpty();
    }

    @Test
    void everyFaultNamesItsField() {
        var entry = new Content.Entry(null, Optional.empty(), null, "x".repeat(1_001), "", false);
        var content = new Content(
                "x".repeat(201),
                "",
                "x".repeat(120),
                "",
                null,
                List.of(Fixtures.finished().timeline().getFirst(), entry),
                false,
                "",
                "x".repeat(20_001),
                "",
                "",
                Collections.nCopies(51, Fixtures.task("Reload")),
                List.of(),
                List.of("x".repeat(41)));

        assertThat(Limits.brokenBy(content))
                .extracting(Limits.Fault::field)
                .containsExactly("title", "rootCause", "tasks", "tags[0]", "timeline[1].text");
    }

    @Test
    void aTitleIsCutBetweenCharacters() {
        assertThat(Limits.asTitle("short")).isEqualTo("short");
        assertThat(Limits.asTitle("x".repeat(300))).hasSize(200).endsWith("x…");
        assertThat(Limits.asTitle("x".repeat(198) + "🔥".repeat(9))).isEqualTo("x".repeat(198) + "…");
    }

    @Test
    void linesAndTasksGetIdsOfTheirOwn() {
        var twice = Fixtures.finished().timeline().getFirst();
        var content = new Content(
                "",
                "",
                "",
                "",
                null,
                List.of(twice, twice),
                false,
                "",
                "",
                "",
                "",
                List.of(),
                List.of(3L, 1L, 3L),
                List.of());

        var withIds = content.withIds(UUID::randomUUID);

        assertThat(withIds.timeline().getFirst().id()).isEqualTo(twice.id());
        assertThat(withIds.timeline().getLast().id()).isNotNull().isNotEqualTo(twice.id());
        assertThat(withIds.hiddenSeqs()).containsExactly(1L, 3L);
    }
}
