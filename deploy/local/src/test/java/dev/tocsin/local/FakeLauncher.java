package dev.tocsin.local;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** A launcher with a database and one service, to be killed by a test. Arguments: data directory, two ports. */
final class FakeLauncher {
    private FakeLauncher() {}

    public static void main(String[] args) throws Exception {
        var data = Path.of(args[0]);
        var leftovers = new Leftovers(data);
        var leash = Leash.ofThisMachine();
        var terminal = new Terminal(new PrintStream(System.out, true), System.err);
        var fleet = new Fleet(data, data, leash, leftovers, terminal, false);
        Postgres.start(
                data.resolve("postgres"),
                Integer.parseInt(args[1]),
                Secrets.in(data.resolve("secrets")),
                leash,
                fleet.log("database"),
                leftovers);
        fleet.start(List.of(FakeService.healthy(Integer.parseInt(args[2]))));
        terminal.say("everything is up");
        Thread.currentThread().join();
    }
}
