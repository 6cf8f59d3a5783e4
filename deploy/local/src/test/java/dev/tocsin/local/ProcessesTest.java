package dev.tocsin.local;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Real processes: they start, fall, are stopped, and never outlive us. */
class ProcessesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path data;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @AfterEach
    void nothingIsLeft() throws Exception {
        new Leftovers(data).end();
    }

    @Test
    void aHealthyServiceIsAnnouncedAndStopped() throws Exception {
        var fleet = fleet();

        fleet.start(List.of(FakeService.healthy(Free.port())));

        assertThat(shown()).contains("healthy-service").contains("ready");
        assertThat(fleet.fallen()).isEmpty();
        fleet.stop();
        assertThat(fleet.fallen()).isPresent();
        assertThat(data.resolve("logs/healthy-service.log")).hasContent("healthy\n");
    }

    @Test
    void aFallenServiceIsNamedWithItsLastWords() throws Exception {
        var fleet = fleet();

        var refusal = catchThrowableOfType(
                Refusal.class,
                () -> fleet.start(List.of(
                        FakeService.healthy(Free.port()), FakeService.falling("TOCSIN_DB_PASSWORD is missing."))));

        assertThat(refusal)
                .hasMessage(
                        "falling-service stopped by itself (exit code 3); its last lines stand above, all of them in the logs.");
        assertThat(refusal.evidence()).contains("TOCSIN_DB_PASSWORD is missing.");
        fleet.stop();
    }

    @Test
    @EnabledOnOs(
            value = OS.LINUX,
            disabledReason = "only Linux has a death signal; elsewhere the next start cleans up, see below")
    void whenTheLauncherIsKilledItsChildrenEndToo() throws Exception {
        var launcher = new ProcessBuilder(FakeService.java(
                        FakeLauncher.class,
                        data.toString(),
                        Integer.toString(Free.port()),
                        Integer.toString(Free.port())))
                .redirectErrorStream(true)
                .start();
        awaitLine(launcher, "everything is up");
        var children = launcher.descendants().toList();
        assertThat(children).hasSizeGreaterThan(2);

        launcher.destroyForcibly();

        assertThat(Patience.until(PATIENCE, () -> children.stream().noneMatch(ProcessHandle::isAlive)))
                .as("children that outlived their launcher: %s", children)
                .isTrue();
    }

    @Test
    void theNextStartEndsServicesThatWereLeftBehind() throws Exception {
        var orphan = unleashed();
        new Leftovers(data).remember(orphan);

        var ended = new Leftovers(data).end();

        assertThat(ended).isEqualTo(1);
        assertThat(orphan.endsWithin(PATIENCE)).isTrue();
        assertThat(data.resolve("children")).doesNotExist();
    }

    @Test
    void aStrangerWhoHasARecordedPidIsLeftAlone() throws Exception {
        var stranger = unleashed();
        var command = stranger.handle().info().command().orElseThrow();
        var yesterday = stranger.handle().info().startInstant().orElseThrow().minusSeconds(86_400);
        Files.writeString(
                data.resolve("children"),
                "oncall-service %d %d %s%n".formatted(stranger.handle().pid(), yesterday.toEpochMilli(), command));

        var ended = new Leftovers(data).end();

        assertThat(ended).isZero();
        assertThat(stranger.isAlive()).isTrue();
        stranger.kill();
    }

    @Test
    void aServiceThatIgnoresTheRequestToEndIsEnded() throws Exception {
        var stubborn = Child.start(
                "stubborn",
                List.of("sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 1; done"),
                java.util.Map.of(),
                data,
                LogFile.open(data.resolve("logs/stubborn.log"), LogFile.CAP_BYTES, line -> {}));
        assertThat(Patience.until(PATIENCE, () -> stubborn.log().contains("deaf")))
                .isTrue();
        stubborn.signal("TERM");
        assertThat(stubborn.endsWithin(Duration.ofMillis(300))).isFalse();

        stubborn.kill();

        assertThat(stubborn.endsWithin(PATIENCE)).isTrue();
    }

    private Child unleashed() throws Exception {
        var spec = FakeService.healthy(Free.port());
        var log = LogFile.open(data.resolve("logs/orphan.log"), LogFile.CAP_BYTES, line -> {});
        var child = Child.start(spec.name(), spec.command(), spec.environment(), data, log);
        assertThat(Patience.until(PATIENCE, () -> Http.get(spec.health()).equals(Optional.of(""))))
                .isTrue();
        return child;
    }

    private Fleet fleet() {
        var out = new PrintStream(shown, true, StandardCharsets.UTF_8);
        return new Fleet(data, data, Leash.ofThisMachine(), new Leftovers(data), new Terminal(out, out), false);
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    private static void awaitLine(Process process, String wanted) throws Exception {
        var seen = new StringBuilder();
        var reader = process.inputReader();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            seen.append(line).append('\n');
            if (line.contains(wanted)) return;
        }
        throw new AssertionError("never said '" + wanted + "', but:\n" + seen);
    }
}
