package dev.tocsin.acceptance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/** Looks at a page as nobody has the patience to: each width, each rule, each byte; and photographs it for those who look. */
final class Inspector {
    private static final int DESK = 1280;
    private static final int PHONE = 390;
    private static final int SMALL_PHONE = 360;
    private static final int PAGE_BYTES = 100_000;
    private static final int SCRIPT_BYTES = 25_000;

    /** What came over the wire for this page, were nothing kept: all of it, and the scripts. */
    private static final String WEIGHT = """
            () => {
              const parts = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
              const bytes = list => list.reduce((sum, part) => sum + part.encodedBodySize, 0);
              return [bytes(parts), bytes(parts.filter(part => part.initiatorType === 'script'))];
            }""";

    /**
     * What a thumb misses: lower than 44 px, but for what WCAG 2.5.5 leaves out: a link within a line of text, and what
     * nobody sees or needs, since the same stands beside it.
     */
    private static final String SMALL_TARGETS = """
            () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
              .filter(it => it.checkVisibility() && !it.closest('.sr, .skip, [aria-hidden=true]') && getComputedStyle(it).display !== 'inline')
              .map(it => it.matches('[type=checkbox], [type=radio]') && it.closest('label') || it)
              .filter(it => it.getBoundingClientRect().width > 1 && it.getBoundingClientRect().height < 43.5)
              .map(it => it.outerHTML.slice(0, 90) + ' ' + Math.round(it.getBoundingClientRect().height))
              .slice(0, 4)""";

    private final Page page;
    private final RunningTocsin tocsin;
    private final ColorScheme look;
    private final List<String> faults = new ArrayList<>();
    private String address = "";

    Inspector(Browser browser, RunningTocsin tocsin, String state, ColorScheme look) {
        this.page = browser.newPage(new NewContextOptions()
                .setStorageState(state)
                .setTimezoneId("Europe/Berlin")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setColorScheme(look));
        this.tocsin = tocsin;
        this.look = look;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !address.equals("/no-such-page") && !isRefusal(message))
                fault(message.text());
        });
        page.onPageError(this::fault);
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    void visit(String path) {
        address = path;
        page.setViewportSize(DESK, 900);
        var status = page.navigate(tocsin.dashboard(path)).status();
        if (status != (path.equals("/no-such-page") ? 404 : 200)) fault("answered " + status);
        weigh();
        inspect(DESK);
        photograph(DESK);
        page.setViewportSize(SMALL_PHONE, 800);
        if (scrollsSideways()) fault("scrolls sideways at %d px".formatted(SMALL_PHONE));
        page.setViewportSize(PHONE, 844);
        inspect(PHONE);
        photograph(PHONE);
        if (look == ColorScheme.LIGHT)
            ((List<?>) page.evaluate(SMALL_TARGETS)).forEach(target -> fault("is hard to hit: " + target));
        else Scribbler.scribbleOn(page).forEach(this::fault);
    }

    /** Forms that are refused stand in the console too; what belongs to a page and is missing is no form. */
    private static boolean isRefusal(ConsoleMessage message) {
        return message.text().contains("responded with a status of 4")
                && !message.location().matches("\\S*/(static|webjars|images)/.*");
    }

    private void weigh() {
        var bytes = (List<?>) page.evaluate(WEIGHT);
        var all = ((Number) bytes.get(0)).intValue();
        var scripts = ((Number) bytes.get(1)).intValue();
        if (all > PAGE_BYTES) fault("weighs %,d bytes".formatted(all));
        if (scripts > SCRIPT_BYTES) fault("has %,d bytes of script".formatted(scripts));
    }

    private void inspect(int width) {
        if (scrollsSideways()) fault("scrolls sideways at %d px".formatted(width));
        // Not by way of a further page, which only pages with frames need.
        new AxeBuilder(page)
                .setLegacyMode(true)
                .analyze()
                .getViolations()
                .forEach(violation -> fault("at %d px: %s %s"
                        .formatted(
                                width,
                                violation.getId(),
                                violation.getNodes().stream()
                                        .limit(2)
                                        .map(node -> node.getHtml())
                                        .toList())));
    }

    private boolean scrollsSideways() {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
    }

    private void photograph(int width) {
        var name = address.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "one").replaceAll("\\W+", "_");
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of(
                        "target",
                        "screenshots",
                        "%s-%d-%s.png".formatted(name, width, look.name().toLowerCase(Locale.ROOT)))));
    }

    private void fault(String what) {
        faults.add("%s, %s: %s".formatted(address, look.name().toLowerCase(Locale.ROOT), what));
    }
}
