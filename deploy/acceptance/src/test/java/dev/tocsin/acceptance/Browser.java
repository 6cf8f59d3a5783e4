package dev.tocsin.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

/** A real Chromium. Every page it opens is held to the content security policy: a violation fails the story. */
final class Browser implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox", // the suite may run as root, which Chromium's sandbox refuses
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser chromium = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(installed())
                    .setArgs(FLAGS)
                    .setHeadless(true));
    private final List<String> complaints = new ArrayList<>();

    /** A fresh person at a fresh browser: no cookies, this width, this look. */
    Page newPerson(int width, String look) {
        return newPage(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setTimezoneId("Europe/Berlin")
                .setColorScheme(
                        look.equals("dark")
                                ? com.microsoft.playwright.options.ColorScheme.DARK
                                : com.microsoft.playwright.options.ColorScheme.LIGHT));
    }

    Page newPage(com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext context = chromium.newContext(options);
        context.setDefaultTimeout(30_000);
        var page = context.newPage();
        page.onConsoleMessage(m -> {
            if (m.text().contains("Content Security Policy")) complaints.add(m.text());
        });
        page.onPageError(e -> complaints.add(page.url() + ": " + e));
        return page;
    }

    /** What the browser complained of so far: policy violations and script errors. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Photographs every open page into the build folder, named after its person's turn. */
    void photograph() {
        var n = 0;
        for (var context : chromium.contexts())
            for (var page : context.pages())
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "pages", "last-" + ++n + ".png")));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    private static Path installed() {
        return Stream.concat(
                        Optional.ofNullable(System.getenv("TOCSIN_CHROMIUM")).stream(),
                        Stream.of(
                                "/usr/bin/chromium",
                                "/usr/bin/chromium-browser",
                                "/usr/bin/google-chrome",
                                "/usr/bin/google-chrome-stable",
                                "/Applications/Chromium.app/Contents/MacOS/Chromium",
                                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The browser stories need Chromium or Chrome: install it, or name it in TOCSIN_CHROMIUM."));
    }
}
