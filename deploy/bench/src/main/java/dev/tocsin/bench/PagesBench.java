package dev.tocsin.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What pages cost whoever reads them, with a hundred thousand incidents and five thousand checks in the databases: time
 * over HTTP, weight on the wire, and the memory of what serves them.
 */
final class PagesBench {
    private static final int SERVICES = 50;
    private static final int TEAMS = 12;
    private static final int OPEN = 8;
    private static final int ASKED = 300;
    private static final int PAGE = 50;
    private static final int API_PAGE = 200;
    private static final int FAR = 1000;
    private static final String MUST_BOARD = "p99 300 ms";
    private static final String AIM_BOARD = "p99 100 ms";
    private static final Pattern SCRIPT = Pattern.compile("<script src=\"([^\"]+)\"");
    private static final Pattern FIRST = Pattern.compile("href=\"(/[a-z-]+/[0-9a-f]{8}-[0-9a-f-]{27})\"");

    private final Running tocsin;
    private final Own own;
    private final Reader reader;
    private final Options options;

    private PagesBench(Running tocsin, Own own, Reader reader, Options options) {
        this.tocsin = tocsin;
        this.own = own;
        this.reader = reader;
        this.options = options;
    }

    static List<Line> run(Path home, Options options) throws IOException, SQLException, InterruptedException {
        try (var target = Target.http();
                var carrier = new Carrier();
                var own = Own.start(home, carrier)) {
            var tocsin = Running.in(own.data());
            var run = Main.newRun();
            try (var database = tocsin.database();
                    var watched = new Watched(tocsin, run)) {
                fill(tocsin, database, run, options.incidents());
                var checks = options.load().checks().getFirst();
                watched.create(checks, options.load().interval(), 1, target::url);
                watched.give(ids(database, "team"), ids(database, "service"));
                return new PagesBench(tocsin, own, Reader.signIn(tocsin), options).lines();
            }
        }
    }

    /** Twelve teams, fifty services, all their past, and some trouble that goes on. */
    private static void fill(Running tocsin, Connection database, String run, int incidents)
            throws SQLException, IOException, InterruptedException {
        var company = new Company(database, run);
        var services = new ArrayList<Company.Service>();
        for (int team = 0; team < TEAMS; team++)
            services.addAll(company.alone("pages " + team, Math.ceilDiv(SERVICES - services.size(), TEAMS - team)));
        History.fill(database, incidents, SERVICES);
        var token = tocsin.token();
        for (int i = 0; i < OPEN; i++)
            tocsin.post(
                    tocsin.at("oncall", "/api/v1/incidents"),
                    token,
                    Running.JSON
                            .createObjectNode()
                            .put("serviceId", services.get(i).id().toString())
                            .put("title", "checkout answers 503, number " + i)
                            .put("severity", "error"));
    }

    private static List<UUID> ids(Connection database, String table) throws SQLException {
        var ids = new ArrayList<UUID>();
        try (var statement = database.createStatement();
                var rows =
                        statement.executeQuery("select id from " + table + " where name like 'Bench %' order by id")) {
            while (rows.next()) ids.add(rows.getObject(1, UUID.class));
        }
        return ids;
    }

    private List<Line> lines() throws IOException, InterruptedException {
        var lines = new ArrayList<Line>();
        if (options.has("board")) {
            lines.add(asked("board", "/", MUST_BOARD, AIM_BOARD));
            lines.add(asked(
                    "board, what is refreshed when something changed", "/board/incidents", MUST_BOARD, AIM_BOARD));
            lines.add(asked("board, what is refreshed around it", "/board/around", MUST_BOARD, AIM_BOARD));
        }
        if (options.has("lists")) lines.addAll(lists());
        if (options.has("weights")) lines.addAll(weights());
        if (options.has("memory")) lines.addAll(memory());
        return lines;
    }

    private List<Line> lists() throws IOException, InterruptedException {
        var lines = new ArrayList<Line>();
        lines.add(asked("incidents, page 1", "/incidents?state=all", "", AIM_BOARD));
        var far = cursor();
        lines.add(asked(
                "incidents, page %,d".formatted(FAR), "/incidents?state=all&cursor=" + far, "as page 1", AIM_BOARD));
        lines.add(asked("checks, page 1", "/checks", "", AIM_BOARD));
        lines.add(asked("search, two words", "/search?q=queue%20work", "", AIM_BOARD));
        lines.add(asked("search, a number", "/search?q=4711", "", AIM_BOARD));
        return lines;
    }

    /** Where page a thousand begins: cursors do not mind how many rows a reader takes at once. */
    private String cursor() throws IOException, InterruptedException {
        var token = tocsin.token();
        String cursor = null;
        for (int row = 0; row < (FAR - 1) * PAGE; row += API_PAGE) {
            var path = "/api/v1/incidents?limit=" + API_PAGE + (cursor == null ? "" : "&cursor=" + cursor);
            var next = Running.JSON
                    .readTree(tocsin.get(token, tocsin.at("oncall", path)))
                    .path("next");
            if (next.isNull() || next.isMissingNode()) break;
            cursor = next.asText();
        }
        return cursor == null ? "" : cursor;
    }

    private Line asked(String what, String path, String must, String aim) throws IOException, InterruptedException {
        for (int i = 0; i < ASKED; i++) reader.get(path); // a fresh JVM is not what a reader meets
        var nanos = new long[ASKED];
        for (int i = 0; i < ASKED; i++) nanos[i] = reader.get(path).took().toNanos();
        return Line.of("pages: " + what, Spread.of(nanos).brief(), must, aim);
    }

    /** Every page a menu leads to, and of each list its first thing. */
    private List<Line> weights() throws IOException, InterruptedException {
        var lines = new ArrayList<Line>();
        for (var page : pages().entrySet()) {
            var read = reader.get(page.getValue());
            int scripts = 0;
            for (var script : SCRIPT.matcher(read.text())
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .toList()) scripts += reader.get(script).bytes();
            lines.add(Line.of(
                    "weight: " + page.getKey(),
                    "%.1f kB (%.1f kB unpacked), scripts %.1f kB"
                            .formatted(read.bytes() / 1e3, read.text().length() / 1e3, scripts / 1e3),
                    "100 kB, scripts 25 kB",
                    ""));
        }
        return lines;
    }

    private Map<String, String> pages() throws IOException, InterruptedException {
        var pages = new LinkedHashMap<String, String>();
        for (var path : List.of(
                "/",
                "/incidents?state=all",
                "/checks",
                "/checks/watch",
                "/on-call",
                "/policies",
                "/services",
                "/response",
                "/postmortems",
                "/people",
                "/teams",
                "/profile",
                "/audit",
                "/search?q=queue",
                "/test-page",
                "/first-steps",
                "/keys")) {
            pages.put(path, path);
            var folder = path.replaceAll("\\?.*", "");
            if (folder.equals("/")) continue;
            FIRST.matcher(reader.get(path).text())
                    .results()
                    .map(found -> found.group(1))
                    .filter(href -> href.startsWith(folder + "/"))
                    .findFirst()
                    .ifPresent(href -> pages.put("one of " + folder, href));
        }
        return pages;
    }

    /** The carrier is the benchmark's own, and the database is not ours to promise. */
    private List<Line> memory() {
        var lines = new ArrayList<Line>();
        long ours = 0;
        for (var service : List.of("oncall-service", "monitor-service", "postmortem-service", "dashboard")) {
            var bytes = own.memory(service);
            ours += bytes;
            lines.add(Line.of("memory: " + service, "%d MB".formatted(bytes >> 20), "", ""));
        }
        lines.add(Line.of("memory: the four services", "%d MB".formatted(ours >> 20), "1,500 MB", "1,000 MB"));
        lines.add(Line.of("memory: postgres", "%d MB".formatted(own.memory("postgres") >> 20), "", ""));
        return lines;
    }
}
