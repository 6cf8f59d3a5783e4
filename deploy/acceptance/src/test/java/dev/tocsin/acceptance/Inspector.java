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

    /**
     * What a keyboard or a screen reader stumbles over, once the Tab key was pressed: headings that skip a level, controls
     * that do not show that they have the focus, and whatever moves although its reader asked for rest.
     */
    private static final String STUMBLING_BLOCKS = """
            () => {
              const seen = it => it.checkVisibility();
              const found = [];
              const levels = [...document.querySelectorAll('h1, h2, h3, h4')].filter(seen).map(it => Number(it.tagName[1]));
              if (levels.filter(level => level === 1).length !== 1) found.push('has not one heading of the page');
              levels.forEach((level, i) => { if (i && level > levels[i - 1] + 1) found.push('skips to heading ' + level); });
              if (document.getAnimations().some(it => it.effect.getComputedTiming().activeDuration > 1)) found.push('moves');
              const ringed = it => { const css = getComputedStyle(it); return css.outlineStyle !== 'none' && parseFloat(css.outlineWidth) > 0; };
              const drawn = it => [...it.querySelectorAll('rect')].some(part => getComputedStyle(part).stroke !== 'none');
              for (const it of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')) {
                if (!seen(it) || it.disabled || it.tabIndex < 0) continue;
                it.focus();
                if (document.activeElement === it && !ringed(it) && !drawn(it)) found.push('shows no focus: ' + it.outerHTML.slice(0, 90));
              }
              document.activeElement.blur();
              window.scrollTo(0, 0);
              return found.slice(0, 4);
            }""";

    /** What is wider than the window or its card, once the window's new width has come to every rule: that takes a frame or two. */
    private static final String STICKING_OUT = """
            async () => {
              const wide = () => document.documentElement.scrollWidth > window.innerWidth;
              const cut = () => [...document.querySelectorAll('.card')].filter(it => it.scrollWidth > it.clientWidth + 1);
              for (let frame = 0; frame < 30 && (wide() || cut().length); frame++) await new Promise(requestAnimationFrame);
              const out = [...document.body.querySelectorAll('*')].filter(it => it.getBoundingClientRect().right > window.innerWidth + 0.5);
              if (!wide() && cut().length) return ['cut off in ' + cut()[0].textContent.trim().slice(0, 60)];
              return wide() ? [document.documentElement.scrollWidth, ...out.map(it => it.outerHTML.slice(0, 90))].slice(0, 3) : [];
            }""";

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
        if (look == ColorScheme.DARK) goThroughByKeyboard();
        page.setViewportSize(SMALL_PHONE, 800);
        staysWithin(SMALL_PHONE);
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

    /** The first stop leads past the menu, unless the page begins in a field. */
    private void goThroughByKeyboard() {
        var begun = (Boolean) page.evaluate("document.activeElement !== document.body");
        page.keyboard().press("Tab");
        if (!begun && !(Boolean) page.evaluate("document.activeElement.matches('a.skip[href=\"#main\"]')"))
            fault("does not begin with the way past the menu");
        ((List<?>) page.evaluate(STUMBLING_BLOCKS)).forEach(block -> fault(block.toString()));
    }

    private void inspect(int width) {
        staysWithin(width);
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

    private void staysWithin(int width) {
        var out = (List<?>) page.evaluate(STICKING_OUT);
        if (!out.isEmpty()) fault("scrolls sideways at %d px: %s".formatted(width, out));
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
