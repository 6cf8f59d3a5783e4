package dev.tocsin.acceptance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** With the demo's data every page has something to show: it reads, on a desk and on a phone, by day and by night. */
class DemoPagesStory {
    private static final List<Integer> WIDTHS = List.of(1280, 390);
    private static final List<ColorScheme> LOOKS = List.of(ColorScheme.LIGHT, ColorScheme.DARK);

    @Test
    void everyPageIsAccessibleFitsItsScreenAndKeepsThePolicy() {
        try (var tocsin = RunningTocsin.start("--demo");
                var browser = new Browser()) {
            var page = Engineer.signsInFirst(browser, tocsin).page();
            var faults = new ArrayList<String>();
            for (var path : paths(page, tocsin)) faults.addAll(visit(page, tocsin, path));
            faults.addAll(browser.complaints());
            assertThat(faults).isEmpty();
        }
    }

    /** The lists, and from each list the first thing on it. */
    private static List<String> paths(Page page, RunningTocsin tocsin) {
        var paths = new ArrayList<>(List.of(
                "/",
                "/response",
                "/response/incidents",
                "/texts",
                "/audit",
                "/on-call",
                "/coverage",
                "/calendars",
                "/schedules/new",
                "/simulator",
                "/webhooks",
                "/webhooks/new",
                "/checks/new",
                "/checks/new?kind=dns",
                "/checks/conditions",
                "/checks/code",
                "/checks/watch",
                "/checks/new/heartbeat?recipe=nightly",
                "/checks/new/metrics?recipe=disk",
                "/checks/new/plugin?recipe=process",
                "/profile",
                "/postmortems/templates/new",
                "/postmortems/tasks?view=open",
                "/postmortems/figures",
                "/postmortems?q=gateway",
                "/people/new"));
        for (var list : List.of(
                "/incidents?state=all", "/checks", "/postmortems", "/people", "/teams", "/services", "/policies")) {
            paths.add(list);
            page.navigate(tocsin.dashboard(list));
            var folder = list.replaceAll("\\?.*", "");
            page.getByRole(AriaRole.MAIN).locator("a[href^='" + folder + "/']").all().stream()
                    .map(link -> link.getAttribute("href"))
                    .filter(href -> href.matches(".*/[0-9a-f-]{36}"))
                    .findFirst()
                    .ifPresent(paths::add);
        }
        paths.stream()
                .filter(path -> path.matches("/postmortems/[0-9a-f-]{36}"))
                .toList()
                .forEach(report -> paths.add(report + "/history"));
        var services =
                paths.stream().filter(path -> path.startsWith("/services/")).toList();
        services.forEach(service -> paths.add(service + "/maintenance"));
        services.forEach(service -> paths.add(service + "/maintenance/new"));
        page.navigate(tocsin.dashboard("/on-call"));
        paths.add(page.locator("main a[href^='/schedules/']:not([href$='new'])")
                .first()
                .getAttribute("href"));
        return paths;
    }

    private static List<String> visit(Page page, RunningTocsin tocsin, String path) {
        var faults = new ArrayList<String>();
        for (var look : LOOKS) {
            // Loaded in its colours: buttons fade from one to another, and half way nothing has contrast.
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look));
            var status = page.navigate(tocsin.dashboard(path)).status();
            if (status != 200) faults.add("%s, %s, answered %d".formatted(path, look, status));
            for (var width : WIDTHS) {
                var at = "%s at %d px, %s".formatted(path, width, look);
                page.setViewportSize(width, 900);
                if ((Boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))
                    faults.add(at + " scrolls sideways");
                // Not by way of a further page, which only pages with frames need.
                new AxeBuilder(page)
                        .setLegacyMode(true)
                        .analyze()
                        .getViolations()
                        .forEach(v -> faults.add(at + ": " + v.getId() + " "
                                + v.getNodes().stream()
                                        .limit(2)
                                        .map(n -> n.getHtml())
                                        .toList()));
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of(
                                "target",
                                "pages",
                                "%s-%d-%s.png".formatted(path.replaceAll("\\W+", "_"), width, look))));
            }
        }
        return faults;
    }
}
