package dev.tocsin.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a question for MTA and MTR costs with a million incidents of two years in the database, over HTTP, as the page
 * asks it. Beside it stands what PostgreSQL needs for the plain query over the same incidents.
 */
final class FiguresBench {
    private static final int SERVICES = 50;
    private static final int ASKED = 200;
    private static final Duration PACKING = Duration.ofMinutes(20);

    private final Running tocsin;
    private final Connection database;
    private final Company company;

    FiguresBench(Running tocsin, Connection database, String run) {
        this.tocsin = tocsin;
        this.database = database;
        this.company = new Company(database, run);
    }

    List<Line> run(int incidents) throws IOException, SQLException, InterruptedException {
        var services = company.alone("figures", SERVICES);
        History.fill(database, incidents, SERVICES);
        long start = System.nanoTime();
        awaitPacked();
        var packed = Duration.ofNanos(System.nanoTime() - start);
        var today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
        var weeks = span(today.minusWeeks(12), today.plusDays(1)) + "&zone=Europe/Berlin";
        var year = span(today.minusYears(1), today.plusDays(1)) + "&bucket=month&zone=Asia/Kathmandu";
        var lines = new ArrayList<Line>();
        lines.add(asked("figures: 12 weeks by week, and 12 before", "?" + weeks));
        lines.add(asked(
                "figures: 12 weeks of one service",
                "?" + weeks + "&service=" + services.getFirst().id()));
        var others = services.stream()
                .skip(1)
                .map(service -> "?" + weeks + "&service=" + service.id())
                .toList();
        lines.add(once("figures: 12 weeks of a service never asked for before", others));
        lines.add(asked("figures: 12 weeks by service", "/breakdown?dimension=service&" + weeks));
        lines.add(asked("figures: 12 weeks by person", "/breakdown?dimension=person&" + weeks));
        lines.add(asked("figures: a year by month, and the year before", "?" + year));
        lines.add(Line.of("figures: plain query of those 12 weeks", plain(today), "", ""));
        lines.add(Line.of(
                "figures: packing %,d incidents".formatted(incidents), "%d s".formatted(packed.toSeconds()), "", ""));
        return lines;
    }

    private void awaitPacked() throws SQLException, InterruptedException, IOException {
        long deadline = System.nanoTime() + PACKING.toNanos();
        try (var statement = database.createStatement()) {
            while (true) {
                try (var rows = statement.executeQuery("select exists (select 1 from figure_change)")) {
                    rows.next();
                    if (!rows.getBoolean(1)) return;
                }
                if (System.nanoTime() > deadline) throw new IOException("the figures' days were not packed in time");
                Thread.sleep(1000);
            }
        }
    }

    /** The same question again and again, as an open page and its readers ask it. */
    private Line asked(String what, String query) throws IOException, InterruptedException {
        once("to warm up", Collections.nCopies(ASKED, query)); // a fresh JVM is not what a reader meets
        return once(what, Collections.nCopies(ASKED, query));
    }

    private Line once(String what, List<String> queries) throws IOException, InterruptedException {
        var token = tocsin.token();
        var nanos = new long[queries.size()];
        for (int i = 0; i < nanos.length; i++) {
            var uri = tocsin.at("oncall", "/api/v1/response" + queries.get(i));
            long start = System.nanoTime();
            tocsin.get(token, uri);
            nanos[i] = System.nanoTime() - start;
        }
        return Line.of(what, Spread.of(nanos).brief(), "p99 50 ms", "");
    }

    private String plain(LocalDate today) throws SQLException {
        var nanos = new long[10];
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            try (var statement = database.createStatement()) {
                statement
                        .executeQuery("""
                        select date_trunc('week', triggered_at at time zone 'Europe/Berlin') as week, count(*), avg(a),
                               percentile_cont(0.5) within group (order by a), percentile_disc(0.9) within group (order by a),
                               avg(r), percentile_cont(0.5) within group (order by r),
                               percentile_disc(0.9) within group (order by r)
                          from (select triggered_at, extract(epoch from first_acknowledged_at - triggered_at) as a,
                                       extract(epoch from resolved_at - triggered_at) as r
                                  from incident where triggered_at >= '%s' and triggered_at < '%s') i group by 1
                        """.formatted(today.minusWeeks(24), today.plusDays(1)))
                        .close();
            }
            nanos[i] = System.nanoTime() - start;
        }
        return Spread.of(nanos).brief();
    }

    private static String span(LocalDate from, LocalDate to) {
        return "from=%sT00:00:00Z&to=%sT00:00:00Z".formatted(from, to);
    }
}
