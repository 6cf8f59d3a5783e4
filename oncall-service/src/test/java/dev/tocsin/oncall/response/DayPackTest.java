package dev.tocsin.oncall.response;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import dev.tocsin.oncall.incident.Severity;
import dev.tocsin.oncall.response.Measured.Share;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DayPackTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-11-22T00:00:00Z");

    private final Random random = new Random(7);
    private final List<UUID> ids =
            IntStream.range(0, 300).mapToObj(_ -> UUID.randomUUID()).toList();

    @Test
    void whatIsPackedIsReadBackAsItWas() {
        var incidents = IntStream.range(0, 2_000).mapToObj(this::incident).toList();

        var read = read(DayPack.of(incidents));

        assertThat(read)
                .isEqualTo(incidents.stream()
                        .sorted(Comparator.comparing(Measured::triggered).thenComparing(Measured::number))
                        .toList());
    }

    @Test
    void anIncidentTakesAFewBytes() {
        var incidents = IntStream.range(0, 2_000).mapToObj(this::incident).toList();

        assertThat(DayPack.of(incidents).length).isLessThan(2_000 * 32 + 300 * 16);
    }

    @Test
    void aDayWithoutIncidentsIsAPackToo() {
        assertThat(read(DayPack.of(List.of()))).isEmpty();
    }

    private static List<Measured> read(byte[] pack) {
        var read = new ArrayList<Measured>();
        var cursor = new DayPack.Cursor(pack);
        while (cursor.next()) {
            var shares = new ArrayList<Share>();
            for (int i = 0; i < cursor.shares; i++) {
                shares.add(new Share(
                        cursor.ids()[cursor.person[i]],
                        millis(cursor.isAssigned(i), cursor.assignedAfter[i]),
                        millis(cursor.hasAcknowledged(i), cursor.shareAcknowledgedAfter[i]),
                        cursor.hasResolved(i)));
            }
            read.add(new Measured(
                    cursor.number,
                    Instant.ofEpochMilli(cursor.triggered),
                    cursor.ids()[cursor.service],
                    cursor.ids()[cursor.team],
                    cursor.severity(),
                    millis(cursor.isAcknowledged(), cursor.acknowledgedAfter),
                    millis(cursor.isResolved(), cursor.resolvedAfter),
                    cursor.isAutomatic(),
                    shares));
        }
        return read;
    }

    private Measured incident(int number) {
        return new Measured(
                number,
                MIDNIGHT.plusMillis(random.nextInt(86_400_000)),
                id(),
                id(),
                Severity.values()[random.nextInt(4)],
                maybe(),
                maybe(),
                random.nextBoolean(),
                IntStream.range(0, random.nextInt(12) / 4)
                        .mapToObj(_ -> new Share(id(), maybe(), maybe(), random.nextBoolean()))
                        .toList());
    }

    private UUID id() {
        return ids.get(random.nextInt(ids.size()));
    }

    private Optional<Duration> maybe() {
        long millis = (long) (Math.exp(random.nextDouble(22)) * (random.nextInt(50) == 0 ? -1 : 1));
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
    }

    private static Optional<Duration> millis(boolean present, long millis) {
        return present ? Optional.of(Duration.ofMillis(millis)) : Optional.empty();
    }
}
