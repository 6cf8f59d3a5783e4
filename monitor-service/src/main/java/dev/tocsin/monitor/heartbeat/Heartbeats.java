package dev.tocsin.monitor.heartbeat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.monitor.probe.ProbeResult;
import dev.tocsin.monitor.timing.Phases;
import dev.tocsin.monitor.verdict.Cause;
import dev.tocsin.monitor.verdict.Evidence;

/** Looks at what a job told us, as a prober looks at a website. */
@ApplicationScoped
public class Heartbeats {
    private static final int SAMPLE = 2048;

    private final SignalBook book;
    private final Clock clock;

    Heartbeats(SignalBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /** How the job stands now; latency is how long its last run took. */
    public ProbeResult look(UUID check, HeartbeatTarget target) {
        var heard = book.heard(check, target.rhythm().toString());
        var evidence = Evidence.of(heard.took().orElse(Duration.ZERO), Phases.NONE);
        return switch (find(target, heard)) {
            case Finding.Waiting _ ->
                new ProbeResult.Unknown(
                        Cause.NEVER_PROBED,
                        heard.ever() ? "waiting for the next success" : "waiting for the first call",
                        evidence);
            case Finding.OnTime _ -> new ProbeResult.Up(evidence);
            case Finding.Late late -> new ProbeResult.Down(late.reason(), evidence);
            case Finding.Overrun overrun -> new ProbeResult.Down(overrun.reason(), evidence);
            case Finding.Failed failed -> new ProbeResult.Down(failed.reason(), withOutput(evidence, check));
        };
    }

    Finding find(HeartbeatTarget target, Heard heard) {
        var now = clock.instant();
        var first = Lateness.judge(target, heard, List.of(), now);
        return switch (first) {
            case Finding.Late _, Finding.Overrun _ -> Lateness.judge(target, heard, absences(heard), now);
            case Finding.Waiting _, Finding.OnTime _, Finding.Failed _ -> first;
        };
    }

    private List<Absence> absences(Heard heard) {
        var since = heard.succeeded().filter(at -> at.isAfter(heard.armed())).orElse(heard.armed());
        var started = heard.running().filter(at -> at.isBefore(since)).orElse(since);
        return book.absences(started);
    }

    private Evidence withOutput(Evidence evidence, UUID check) {
        return book.last(check, Signal.Kind.FAIL)
                .map(call -> evidence.at(call.address(), Optional.empty())
                        .showing(call.body().map(Heartbeats::sample)))
                .orElse(evidence);
    }

    private static String sample(String body) {
        return body.length() > SAMPLE ? body.substring(0, SAMPLE) : body;
    }

    /** The next times after this moment. */
    static List<Instant> ahead(HeartbeatTarget target, Instant from, int count) {
        var rhythm = target.rhythm();
        return Stream.iterate(rhythm.next(from), rhythm::next).limit(count).toList();
    }
}
