package dev.tocsin.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** {@code ./tocsin bench paging}, {@code figures}, {@code postmortems}, {@code pages} and {@code probes}: a Tocsin of their own is started for them. */
final class Main {
    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            var options = Options.parse(List.of(arguments));
            var home = Path.of(System.getProperty("tocsin.home", ".")).toAbsolutePath();
            System.out.println(table(home, options));
            System.exit(0);
        } catch (IllegalArgumentException wrong) {
            fail(wrong.getMessage(), 2);
        } catch (IOException | SQLException e) {
            fail(e.getMessage(), 1);
        }
    }

    private static String table(Path home, Options options) throws IOException, SQLException, InterruptedException {
        return switch (options.bench()) {
            case PROBES -> Table.of("Prometheus + blackbox_exporter", ProbesBench.run(home, options));
            case PAGES -> Table.of("peer", PagesBench.run(home, options));
            default -> Table.of("Alertmanager", lines(home, options));
        };
    }

    private static List<Line> lines(Path home, Options options) throws IOException, SQLException, InterruptedException {
        return options.data().isPresent()
                ? running(Running.in(home.resolve(options.data().get())), options)
                : own(home, options);
    }

    private static List<Line> own(Path home, Options options) throws IOException, SQLException, InterruptedException {
        try (var carrier = new Carrier();
                var own = Own.start(home, carrier)) {
            var tocsin = Running.in(own.data());
            if (options.bench() == Options.Bench.POSTMORTEMS) {
                try (var reports = tocsin.reportDatabase()) {
                    return new PostmortemsBench(tocsin, reports).run(options.incidents());
                }
            }
            try (var database = tocsin.database()) {
                if (options.bench() == Options.Bench.FIGURES) {
                    return new FiguresBench(tocsin, database, newRun()).run(options.incidents());
                }
                return paging(tocsin, own, carrier, database, options);
            }
        }
    }

    private static List<Line> paging(Running tocsin, Own own, Carrier carrier, Connection database, Options options)
            throws IOException, SQLException, InterruptedException {
        var parts = new Parts(new Stage(tocsin, carrier, database, newRun()), database, own::cpu);
        var lines = new ArrayList<Line>();
        if (options.has("quiet")) lines.add(parts.quiet(options.incidents()));
        if (options.has("intake")) lines.add(parts.intake());
        if (options.has("repeats")) lines.add(parts.repeats());
        if (options.has("storm")) lines.addAll(parts.storm());
        if (options.has("recipients")) lines.add(parts.recipients(carrier));
        if (options.has("overtaking")) lines.add(parts.overtaking(carrier));
        return options.has("alertmanager") ? besideAlertmanager(lines, options) : lines;
    }

    /** The peer's figures in the lines they belong to. It runs alone: the cores are its, as they were ours. */
    private static List<Line> besideAlertmanager(List<Line> lines, Options options)
            throws IOException, InterruptedException {
        var started = Alertmanager.start();
        if (started.isEmpty()) return lines;
        try (var alertmanager = started.get()) {
            var all = new ArrayList<Line>();
            for (var line : lines) {
                if (line.what().endsWith("quiet")) all.add(line.beside(alertmanager.quiet(options.incidents())));
                else if (line.what().startsWith("storm: first")) all.add(line.beside(alertmanager.storm(10_000)));
                else all.add(line);
            }
            return all;
        }
    }

    /** Against somebody's own: the quiet part only, since the others would leave ten thousand people behind. */
    private static List<Line> running(Running tocsin, Options options)
            throws IOException, SQLException, InterruptedException {
        try (var database = tocsin.database()) {
            var wire = new Truth(tocsin);
            wire.forget();
            return List.of(new Parts(new Stage(tocsin, wire, database, newRun()), database, () -> Duration.ZERO)
                    .quiet(options.incidents()));
        }
    }

    static String newRun() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    private static void fail(String sentence, int code) {
        System.err.println("tocsin: " + sentence);
        System.exit(code);
    }
}
