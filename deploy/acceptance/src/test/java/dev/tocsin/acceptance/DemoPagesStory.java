package dev.tocsin.acceptance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

/** With the demo's data every page has something to show: it reads, on a desk and on a phone, by day and by night. */
class DemoPagesStory {
    /** What people see who are not signed in. */
    private static final List<String> FOR_STRANGERS = List.of("/login", "/forgotten");

    /** Routes that are no page of a signed-in person's own; each says why. */
    private static final Map<String, String> NO_PAGES = Map.ofEntries(
            entry("/login", "for strangers"),
            entry("/forgotten", "for strangers"),
            entry("/login/provider", "sends to the provider"),
            entry("/login/provider/back", "where the provider sends back to"),
            entry("/invitation/{token}", "the link in a mail: FromProbeToPostmortemStory opens it"),
            entry("/new-password/{token}", "the link in a mail"),
            entry("/a/{token}", "the link in a text: FromProbeToPostmortemStory opens it"),
            entry("/admin", "sends to the users"),
            entry("/board/around", "a piece of the board"),
            entry("/board/incidents", "a piece of the board"),
            entry("/test-page/state", "a piece of the test page"),
            entry("/postmortems/by-incident/{incidentId}", "sends to the draft"),
            entry("/schedules", "sends to who is on call"));

    /** Addresses that show more than the first of their route. */
    private static final List<String> ALSO = List.of(
            "/checks/new?kind=dns",
            "/checks/new?kind=tcp",
            "/checks/new/heartbeat?recipe=nightly",
            "/checks/new/metrics?recipe=disk",
            "/checks/new/plugin?recipe=process",
            "/incidents?state=all",
            "/postmortems?q=gateway",
            "/postmortems?state=draft",
            "/postmortems/tasks?view=open",
            "/no-such-page");

    private static final Pattern FILE =
            Pattern.compile("href=\"(/[^\"]*(?:\\.(?:csv|pdf|yaml|ics|atom)|/export|format=)[^\"]*)\"");

    @Test
    void everyPageIsAccessibleLightFitsItsScreenAndKeepsThePolicy() throws InterruptedException {
        try (var tocsin = RunningTocsin.start("--demo");
                var browser = new Browser()) {
            var page = Engineer.signsInFirst(browser, tocsin).page();
            var made = new OneOfEach(page, tocsin).make();
            var files = new TreeMap<String, String>();
            var addresses = addresses(page, tocsin, made, files);
            assertThat(files).as("files that pages offer").hasSizeGreaterThan(5);
            assertThat(files.values())
                    .allSatisfy(file -> assertThat(
                                    page.request().get(tocsin.dashboard(file)).status())
                            .as(file)
                            .isEqualTo(200));
            var state = page.context().storageState();
            var faults = new ArrayList<String>();
            try (var hands = Executors.newFixedThreadPool(2)) {
                for (var part : List.of(
                        inspection(hands, tocsin, state, addresses, ColorScheme.LIGHT),
                        inspection(hands, tocsin, state, addresses, ColorScheme.DARK))) faults.addAll(part.get());
            } catch (ExecutionException e) {
                throw new AssertionError(e.getCause());
            }
            faults.addAll(browser.complaints());
            assertThat(faults).isEmpty();
        }
    }

    /** One address of every route, and the further ones; and one of each kind of file that they lead to. */
    private static List<String> addresses(
            Page page, RunningTocsin tocsin, List<String> made, Map<String, String> files) {
        var routes = Routes.of(tocsin.dashboardManagement());
        var wanted = new HashSet<>(routes.pages());
        wanted.removeAll(NO_PAGES.keySet());
        var from = new ArrayList<>(made);
        from.addAll(List.of("/", "/search?q=gateway", "/first-steps", "/test-page"));
        var found = routes.addresses(wanted, from, address -> {
            var answer = page.request().get(tocsin.dashboard(address));
            if (answer.ok()) note(files, answer.text());
            return answer.ok()
                            && answer.headers().getOrDefault("content-type", "").startsWith("text/html")
                    ? Optional.of(answer.text())
                    : Optional.empty();
        });
        assertThat(found.keySet()).as("pages that links lead to").containsAll(wanted);
        assertThat(routes.pages()).as("routes that exist").containsAll(NO_PAGES.keySet());
        var addresses = new ArrayList<>(ALSO);
        found.entrySet().stream()
                .filter(route -> wanted.contains(route.getKey()))
                .forEach(route -> addresses.add(route.getValue()));
        return addresses;
    }

    private static void note(Map<String, String> files, String page) {
        FILE.matcher(page)
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .forEach(file -> {
                    var kind = file.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}");
                    files.putIfAbsent(kind.replaceAll("=[^&]*", ""), file);
                });
    }

    /** A browser of its own for each look: two hands for two cores. */
    private static Future<List<String>> inspection(
            ExecutorService hands, RunningTocsin tocsin, String state, List<String> addresses, ColorScheme look) {
        return hands.submit(() -> {
            try (var browser = new Browser()) {
                var inspector = new Inspector(browser, tocsin, state, look);
                addresses.forEach(inspector::visit);
                var stranger = new Inspector(browser, tocsin, "{}", look);
                FOR_STRANGERS.forEach(stranger::visit);
                return Stream.concat(inspector.faults().stream(), stranger.faults().stream())
                        .toList();
            }
        });
    }
}
