package dev.tocsin.monitor.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.tocsin.monitor.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** Real processes, bounded. */
class PluginRunnerTest {
    @TempDir
    Path home;

    @Test
    void exitCodeAndOutputComeBack() throws Exception {
        plugin("check_two", "echo \"CRITICAL - $1 and $2 | a=1\"; exit 2");
        assertThat(run("check_two", "x; touch /tmp/evil", "$(id)"))
                .isInstanceOfSatisfying(PluginRun.Ended.class, ended -> {
                    assertThat(ended.exitCode()).isEqualTo(2);
                    assertThat(ended.output())
                            .as("arguments are arguments, whatever they hold")
                            .isEqualTo("CRITICAL - x; touch /tmp/evil and $(id) | a=1\n");
                });
    }

    @Test
    void noSecretOfOursIsInItsEnvironment() throws Exception {
        plugin("check_env", "env; exit 0");
        var output = ((PluginRun.Ended) run("check_env")).output();
        assertThat(output.lines().map(line -> line.split("=")[0]))
                .isSubsetOf("PATH", "LC_ALL", "HOME", "PWD", "OLDPWD", "SHLVL", "_");
        assertThat(output).contains("PWD=/");
    }

    @Test
    void whoTakesTooLongIsEndedWithAllItStarted() throws Exception {
        var children = home.resolve("children");
        plugin(
                "check_hang",
                "echo partly\nsleep 300 & echo $! >> %s\n(sleep 300 & echo $! >> %s) &\nsleep 300"
                        .formatted(children, children));
        var run = run(Duration.ofSeconds(2), "check_hang");
        assertThat(run)
                .isInstanceOfSatisfying(
                        PluginRun.TimedOut.class,
                        late -> assertThat(late.output()).isEqualTo("partly\n"));
        var pids = Files.readAllLines(children);
        assertThat(pids).hasSize(2);
        for (var pid : pids) Await.until("the child is gone", ofSeconds(30), () -> gone(Long.parseLong(pid)));
    }

    @Test
    void whoLeavesAChildBehindThatHoldsItsOutputIsNotWaitedFor() throws Exception {
        assumeThat(Cage.ofThisMachine(64).endsSessions()).isTrue();
        var children = home.resolve("children");
        plugin("check_daemon", "sleep 300 & echo $! > %s\necho OK".formatted(children));
        assertThat(run("check_daemon"))
                .isInstanceOfSatisfying(
                        PluginRun.Ended.class,
                        ended -> assertThat(ended.output()).isEqualTo("OK\n"));
        var pid = Long.parseLong(Files.readString(children).strip());
        Await.until("the child is gone", ofSeconds(30), () -> gone(pid));
    }

    @Test
    void endlessOutputIsCutAndDoesNotHoldThePluginUp() throws Exception {
        plugin("check_talk", "head -c 3000000 /dev/zero | tr '\\0' x; exit 1");
        assertThat(run("check_talk")).isInstanceOfSatisfying(PluginRun.Ended.class, ended -> {
            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.output()).hasSize(PluginRunner.OUTPUT);
        });
    }

    @Test
    void memoryIsBounded() throws Exception {
        assumeThat(Cage.ofThisMachine(64).boundsMemory()).isTrue();
        plugin("check_eat", "head -c 400000000 /dev/zero | tail -c 399999999 > /dev/null || exit 2\necho ate it all");
        assertThat(run("check_eat")).isInstanceOfSatisfying(PluginRun.Ended.class, ended -> {
            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.output()).doesNotContain("ate it all");
        });
    }

    @Test
    void onlyWhatIsInTheDirectoryIsRun() throws Exception {
        Files.createSymbolicLink(home.resolve("check_sh"), Path.of("/bin/sh"));
        Files.writeString(home.resolve("notes.txt"), "no plugin");
        plugin("check_fine", "exit 0");
        for (var name : List.of("../bin/sh", "/bin/sh", "check_sh", "check_none", "notes.txt", "-c", ".."))
            assertThat(run(name)).as(name).isInstanceOf(PluginRun.NotRun.class);
        assertThat(new PluginDirectory(home).names()).containsExactly("check_fine");
    }

    @Test
    void noMoreRunAtOnceThanThereAreHands() throws Exception {
        var go = home.resolve("go");
        var ran = home.resolve("ran");
        plugin("check_wait", "echo x >> %s\nuntil [ -e %s ]; do sleep 0.05; done".formatted(ran, go));
        var runner = new PluginRunner(new PluginDirectory(home), Cage.ofThisMachine(64), 1, ofSeconds(2));
        var first = CompletableFuture.supplyAsync(() -> run(runner, ofSeconds(60)));
        Await.until("it runs", ofSeconds(30), () -> Files.exists(ran));
        assertThat(run(runner, ofMillis(300)))
                .isInstanceOfSatisfying(
                        PluginRun.NotRun.class, n -> assertThat(n.reason()).contains("too many plugins"));
        Files.createFile(go);
        assertThat(first.join()).isInstanceOf(PluginRun.Ended.class);
        assertThat(Files.readAllLines(ran)).hasSize(1);
    }

    private static PluginRun run(PluginRunner runner, Duration timeout) {
        try {
            return runner.run("check_wait", List.of(), timeout);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean gone(long pid) throws IOException {
        var stat = Path.of("/proc/" + pid + "/stat");
        return ProcessHandle.of(pid).map(p -> !p.isAlive()).orElse(true)
                || Files.exists(stat) && Files.readString(stat).contains(") Z ");
    }

    private PluginRun run(String name, String... arguments) throws InterruptedException {
        return run(ofSeconds(60), name, arguments);
    }

    private PluginRun run(Duration timeout, String name, String... arguments) throws InterruptedException {
        return new PluginRunner(new PluginDirectory(home), Cage.ofThisMachine(64), 4, ofSeconds(2))
                .run(name, List.of(arguments), timeout);
    }

    private void plugin(String name, String script) throws IOException {
        var file = Files.writeString(home.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
