package dev.tocsin.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import dev.tocsin.local.demo.Demo;
import dev.tocsin.local.demo.DemoException;

/** {@code ./tocsin up}: from nothing to a running system, and back to nothing running. */
final class Up {
    private static final Duration SIGN_IN_CHECK = Duration.ofSeconds(5);

    private final Arguments.Up wanted;
    private final Path home;
    private final Terminal terminal;
    private final Object stopping = new Object();
    private volatile boolean stopped;
    private Fleet fleet;
    private Postgres postgres;
    private Leftovers leftovers;
    private UpFile upFile;

    Up(Arguments.Up wanted, Path home, Terminal terminal) {
        this.wanted = wanted;
        this.home = home;
        this.terminal = terminal;
    }

    /** Returns only when something fell: a person ends it by Ctrl-C, which comes in by {@link #stop}. */
    void run() throws IOException, Refusal {
        var begun = System.nanoTime();
        var twilio = wanted.twilio() ? Twilio.real(System.getenv()) : null;
        var data = DataDirectory.open(wanted.data(), DataDirectory.ROOM_NEEDED);
        try (var _ = DataLock.on(data.path())) {
            leftovers = new Leftovers(data.path());
            upFile = new UpFile(data.path());
            upFile.delete();
            var ended = leftovers.end();
            if (ended > 0) terminal.say("Ended %d processes that an earlier start had left behind.".formatted(ended));
            if (wanted.fresh()) beginAnew(data);
            refuseDemoOverRealData(data);
            wanted.ports().checkFree(!wanted.twilio());
            start(data, twilio, begun);
        }
    }

    /** Services first, then the database; safe to call more than once. */
    void stop() {
        synchronized (stopping) {
            if (stopped) return;
            stopped = true;
            if (fleet == null) return;
            terminal.say("Stopping the services, then the database …");
            try {
                upFile.delete();
                fleet.stop();
                if (postgres != null) postgres.stop();
                leftovers.forgetAll();
            } catch (IOException e) {
                terminal.say("  " + e);
            }
            terminal.say("Stopped. Everything is kept in " + wanted.data() + ".");
        }
    }

    private void start(DataDirectory data, Twilio real, long begun) throws IOException, Refusal {
        var ports = wanted.ports();
        var secrets = Secrets.in(data.path().resolve("secrets"));
        if (!data.hasDatabase()) FirstSignIn.prepare(secrets);
        var leash = Leash.ofThisMachine();
        terminal.say("Starting Tocsin; its data is in " + data.path());
        fleet = new Fleet(data.path(), home, leash, leftovers, terminal, wanted.logs());
        startDatabase(data, secrets, leash);
        new Databases(postgres, secrets).ensure();
        terminal.done("database", "ready", since(begun));

        var demo = wanted.demo() || Files.exists(data.demoMark());
        var twilio = real != null ? real : Twilio.simulated(secrets, ports);
        var plan = new Plan(home, ports, secrets, twilio, real == null, demo);
        fleet.start(plan.services());

        var urls = Urls.of(ports, real == null);
        if (wanted.demo()) loadDemo(data, urls, plan.operatorToken());
        var firstSignIn = new FirstSignIn(secrets, urls.oncall());
        announce(urls, firstSignIn, begun);
        upFile.write(urls, secrets.file());
        watch(firstSignIn);
    }

    private void startDatabase(DataDirectory data, Secrets secrets, Leash leash) throws IOException, Refusal {
        var directory = data.path().resolve("postgres");
        if (!data.hasDatabase()) terminal.say("  setting up the database for the first time …");
        postgres =
                Postgres.start(directory, wanted.ports().database(), secrets, leash, fleet.log("database"), leftovers);
    }

    private void announce(Urls urls, FirstSignIn firstSignIn, long begun) throws IOException {
        terminal.say("");
        terminal.say("Ready after %.1f s.".formatted(since(begun).toMillis() / 1000.0));
        terminal.say("");
        terminal.say("  Dashboard   " + urls.dashboard());
        if (urls.phones().isPresent())
            terminal.say("  Phones      " + Ports.shown(wanted.ports().phones()));
        firstSignIn.password().ifPresent(password -> {
            terminal.say("  Sign in as  " + FirstSignIn.EMAIL);
            terminal.say("  with the one-time password  " + password);
        });
        terminal.say("  Logs        " + wanted.data().resolve("logs"));
        terminal.say("");
        terminal.say("Ctrl-C stops everything.");
    }

    private void watch(FirstSignIn firstSignIn) throws IOException, Refusal {
        var nextLook = System.nanoTime() + SIGN_IN_CHECK.toNanos();
        while (!stopped && Patience.pause()) {
            var fallen = postgres.child().isAlive() ? fleet.fallen() : Optional.of(postgres.child());
            if (fallen.isPresent() && !stopped) throw Fleet.fall(fallen.get());
            if (System.nanoTime() < nextLook) continue;
            firstSignIn.password();
            nextLook = System.nanoTime() + SIGN_IN_CHECK.toNanos();
        }
    }

    private void beginAnew(DataDirectory data) throws IOException, Refusal {
        if (!wanted.yes()) {
            if (!terminal.isInteractive()) {
                throw new Refusal("--fresh deletes everything in %s; add --yes where nobody can be asked."
                        .formatted(data.path()));
            }
            if (!terminal.confirms("Delete everything in %s?".formatted(data.path()))) {
                throw new Refusal("Nothing was deleted and nothing was started.");
            }
        }
        data.empty();
    }

    /** Figures must stay true: sample incidents do not go into a database that people use. */
    private void refuseDemoOverRealData(DataDirectory data) throws Refusal {
        if (!wanted.demo() || !data.hasDatabase() || Files.exists(data.demoMark())) return;
        throw new Refusal(
                "%s already holds real data, into which --demo does not mix samples; choose another directory with --data, or begin anew with --fresh."
                        .formatted(data.path()));
    }

    private void loadDemo(DataDirectory data, Urls urls, String operatorToken) throws IOException, Refusal {
        if (Files.exists(data.demoMark())) return;
        var begun = System.nanoTime();
        try {
            Demo.load(
                    new Demo.Urls(
                            urls.oncall(),
                            urls.monitor(),
                            urls.postmortem(),
                            urls.dashboard(),
                            urls.phones().orElseThrow()),
                    operatorToken,
                    System.out);
        } catch (DemoException e) {
            throw new Refusal("The demo could not be loaded: %s; begin anew with --fresh.".formatted(e.getMessage()));
        }
        Files.createFile(data.demoMark());
        terminal.done("demo data", "loaded", since(begun));
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
