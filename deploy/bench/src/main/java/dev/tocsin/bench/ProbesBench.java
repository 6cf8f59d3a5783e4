package dev.tocsin.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What it costs to watch, and what happens when it is too much: a Tocsin of its own probes targets of our own on the
 * same machine. What was probed and when is counted at the targets; what was found is read from the database.
 */
final class ProbesBench {
    private final Options options;
    private final Target target;
    private final Watched watched;
    private final ProbeParts parts;

    private ProbesBench(Options options, Target target, Watched watched, ProbeParts parts) {
        this.options = options;
        this.target = target;
        this.watched = watched;
        this.parts = parts;
    }

    static List<Line> run(Path home, Options options) throws IOException, SQLException, InterruptedException {
        try (var target = Target.http();
                var carrier = new Carrier();
                var own = Own.start(home, carrier)) {
            var tocsin = Running.in(own.data());
            try (var watched = new Watched(tocsin, Main.newRun())) {
                var parts = new ProbeParts(tocsin, own, target, watched);
                return new ProbesBench(options, target, watched, parts).lines();
            }
        }
    }

    private List<Line> lines() throws IOException, SQLException, InterruptedException {
        var load = options.load();
        var lines = new ArrayList<Line>();
        if (options.has("load")) {
            for (int checks : load.checks()) {
                var last = load.checks().getLast() == checks;
                lines.addAll(besideBlackbox(checks, parts.load("http", checks, load, target, last)));
            }
        }
        if (options.has("tls")) lines.addAll(tls(load));
        if (options.has("detection")) {
            lines.add(parts.detection(1));
            lines.add(parts.detection(3));
        }
        if (options.has("hostile")) lines.addAll(parts.hostile(load.checks().getFirst(), load));
        if (options.has("overload")) lines.addAll(parts.overload(load));
        return lines;
    }

    private List<Line> tls(Options.Load load) throws IOException, SQLException, InterruptedException {
        try (var secure = Target.https(Certificate.fresh())) {
            return parts.load("https", load.checks().getFirst(), load, secure, false);
        }
    }

    /** The peer's figures in the lines they belong to. It runs when ours watches nothing: the cores are its. */
    private List<Line> besideBlackbox(int checks, List<Line> ours) throws IOException, InterruptedException {
        if (!options.has("prometheus") || !Blackbox.installed()) return ours;
        var seen = Blackbox.measure(target, watched.numbers(checks), checks, options.load());
        return ours.stream().map(line -> beside(line, seen)).toList();
    }

    private static Line beside(Line line, Blackbox.Seen seen) {
        if (line.what().endsWith("probes")) return line.beside(Measured.rate(seen.probes(), seen.owed(), seen.time()));
        if (line.what().endsWith("CPU-s per 10,000")) return line.beside(Measured.per10k(seen.cpu(), seen.probes()));
        if (line.what().endsWith("memory")) return line.beside("%d MiB".formatted(seen.bytes() >> 20));
        if (line.what().endsWith("called down"))
            return line.beside("%,d without an answer".formatted(seen.unanswered()));
        return line;
    }
}
