package dev.tocsin.monitor.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.tocsin.monitor.condition.Conditions;
import dev.tocsin.monitor.egress.Avoid;
import dev.tocsin.monitor.probe.Faults;
import dev.tocsin.monitor.probe.ProbeResult;
import dev.tocsin.monitor.probe.Question;
import dev.tocsin.monitor.verdict.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** What a plugin's answer amounts to. */
class PluginKindTest {
    private static final Path DEBIAN = Path.of("/usr/lib/nagios/plugins");

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({
        "0, UP, ''",
        "1, DEGRADED, it says so",
        "2, DOWN, it says so",
        "3, UNKNOWN, it says so",
        "4, UNKNOWN, exit code 4: it says so"
    })
    void theExitCodeDecides(int code, Outcome outcome, String reason) throws IOException {
        plugin("echo 'it says so | time=0.3s;;;; free=12%'; exit " + code);
        var result = probe(target(List.of()));
        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.reason()).isEqualTo(reason);
    }

    @Test
    void conditionsJudgeItsFiguresAndMayReplaceTheExitCode() throws IOException {
        plugin("echo 'it says so | time=0.3s;;;; free=12% size=3KB'; exit 1");
        assertThat(probe(target(List.of()), "perf(\"time\") < 200ms").outcome()).isEqualTo(Outcome.DEGRADED);
        assertThat(probe(target(List.of()), "exit in 0..1", "perf(\"time\") < 200ms")
                        .reason())
                .isEqualTo("perf(\"time\") is 300 ms, wanted < 200ms");
        assertThat(probe(
                                target(List.of()),
                                "exit in 0..1",
                                "perf(\"free\") > 10%",
                                "perf(\"size\") == 3KiB",
                                "line contains \"so\"")
                        .outcome())
                .isEqualTo(Outcome.UP);
        assertThat(probe(target(List.of()), "exit in 0..1", "perf(\"none\") > 1")
                        .reason())
                .contains("is missing");
    }

    @Test
    void aSecretIsHandedOverAndNeverShown() throws IOException {
        plugin("echo \"failed for $2\"; test \"$2\" = hunter22 && exit 2");
        var target = new PluginTarget("check_it", List.of("-p", "{password}"), Map.of("password", "hunter22"));
        var result = probe(target);
        assertThat(result.outcome()).isEqualTo(Outcome.DOWN);
        assertThat(result.reason()).isEqualTo("failed for •••");
        assertThat(result.evidence().bodySample()).contains("failed for •••");
        assertThat(kind().withSecrets(target, (field, _) -> field).secrets())
                .containsEntry("password", "secrets.password");
    }

    @Test
    void whoDoesNotEndInTimeIsDown() throws IOException {
        plugin("sleep 300");
        var question = new Question<>(
                Optional.empty(), target(List.of()), Conditions.NONE, Duration.ofMillis(700), Avoid.NOTHING);
        var result = kind().probe(question);
        assertThat(result.outcome()).isEqualTo(Outcome.DOWN);
        assertThat(result.reason()).isEqualTo("check_it did not end within 0.7 s");
        assertThat(result.evidence().byTime()).isTrue();
    }

    @Test
    void withoutAnAdministratorsWordNothingIsRun() {
        var off = new PluginKind(new Plugins(new Settings(Optional.empty())));
        var faults = new Faults();
        off.examine(target(List.of()), faults);
        assertThat(faults.all())
                .singleElement()
                .satisfies(fault -> assertThat(fault.reason()).contains("TOCSIN_MONITOR_PLUGINS_DIR"));
        assertThat(off.probe(Question.of(target(List.of()), Duration.ofSeconds(5)))
                        .outcome())
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(off.forAdministrators()).isTrue();
    }

    @Test
    void faultsAreNamed() {
        var faults = new Faults();
        kind().examine(new PluginTarget("../sh", List.of("a\0b"), Map.of("1", "")), faults);
        assertThat(faults.all()).extracting(f -> f.field()).contains("plugin", "arguments", "secrets.1");
    }

    @Test
    void debiansPluginsWorkAsTheyAre() throws IOException {
        assumeThat(DEBIAN.resolve("check_dummy"))
                .as("Debian's monitoring-plugins-basic is not installed")
                .exists();
        var kind = new PluginKind(new Plugins(new Settings(Optional.of(DEBIAN.toString()))));
        assertThat(debian(kind, new PluginTarget("check_dummy", List.of("2", "all is lost"), Map.of()))
                        .reason())
                .isEqualTo("CRITICAL: all is lost");
        var load = debian(
                kind,
                new PluginTarget("check_load", List.of("-w", "9999", "-c", "9999"), Map.of()),
                "perf(\"load1\") < 9999");
        assertThat(load.outcome()).isEqualTo(Outcome.UP);
        var procs =
                debian(kind, new PluginTarget("check_procs", List.of("-c", "1:", "-C", "no-such-daemon"), Map.of()));
        assertThat(procs.outcome()).isEqualTo(Outcome.DOWN);
        assertThat(procs.reason()).startsWith("PROCS CRITICAL: 0 processes");
    }

    private static ProbeResult debian(PluginKind kind, PluginTarget target, String... conditions) {
        return kind.probe(new Question<>(
                Optional.empty(),
                target,
                Conditions.parse(List.of(conditions), kind.vocabulary()),
                Duration.ofSeconds(60),
                Avoid.NOTHING));
    }

    private ProbeResult probe(PluginTarget target, String... conditions) {
        return debian(kind(), target, conditions);
    }

    private PluginKind kind() {
        return new PluginKind(new Plugins(new Settings(Optional.of(home.toString()))));
    }

    private static PluginTarget target(List<String> arguments) {
        return new PluginTarget("check_it", arguments, Map.of());
    }

    private void plugin(String script) throws IOException {
        var file = Files.writeString(home.resolve("check_it"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Settings(Optional<String> dir) implements PluginConfig {
        @Override
        public int parallel() {
            return 4;
        }

        @Override
        public int memory() {
            return 512;
        }

        @Override
        public Duration ending() {
            return Duration.ofSeconds(2);
        }
    }
}
