package dev.tocsin.acceptance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    @Test
    void everyPageIsAccessibleLightFitsItsScreenAndKeepsThePolicy() throws InterruptedException {
        try (var tocsin = RunningTocsin.start("--demo");
                var browser = new Browser()) {
            var page = Engineer.signsInFirst(browser, tocsin).page();
            var made = new OneOfEach(page, tocsin).make();
            var addresses = addresses(page, tocsin, made);
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

    /** One address of every route, and the further ones. */
    private static List<String> addresses(Page page, RunningTocsin tocsin, List<String> made) {
        var routes = Routes.of(tocsin.dashboardManagement());
        var wanted = new HashSet<>(routes.pages());
        wanted.removeAll(NO_PAGES.keySet());
        var from = new ArrayList<>(made);
        from.addAll(List.of("/", "/search?q=gateway", "/first-steps", "/test-page"));
        var found = routes.addresses(wanted, from, address -> {
            var answer = page.request().get(tocsin.dashboard(address));
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
