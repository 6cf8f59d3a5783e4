package dev.tocsin.dashboard.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;

import static dev.tocsin.dashboard.web.Language.say;

/** What the layout around a page knows: viewer, theme, navigation, flash, and how this viewer reads times. */
@Named("shell")
@RequestScoped
public class Shell {
    /** Cookie of the chosen theme: light, dark or system. */
    public static final String THEME = "tocsin-theme";
    /** Cookie in which the browser tells its zone, for pages read without signing in. */
    public static final String ZONE = "tocsin-zone";

    private static List<NavItem> rooms() {
        var words = say(SharedWords.class);
        return List.of(
                new NavItem(words.board(), "/", "board", false),
                new NavItem(words.incidents(), "/incidents", "incident", false),
                new NavItem(words.checks(), "/checks", "check", false),
                new NavItem(words.onCall(), "/on-call", "oncall", false),
                new NavItem(words.mtaMtr(), "/response", "response", false),
                new NavItem(words.postmortems(), "/postmortems", "postmortem", false),
                new NavItem(words.peopleTeams(), "/people", "people", false),
                new NavItem(words.admin(), "/admin", "key", false));
    }

    /** By the name people know; the offset of the same would be read as "Z". */
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final CurrentVertxRequest request;
    private final CurrentViewer viewers;
    private final DashboardConfig config;
    private final Clock clock;
    private final FormGuard guard;
    private Clockface clockface;

    /** One entry of the main navigation. */
    public record NavItem(String label, String href, String icon, boolean current) {
        boolean covers(String path) {
            return switch (href) {
                case "/" -> path.equals("/");
                case "/people" -> under("/people", path) || under("/teams", path) || under("/texts", path);
                case "/admin" -> under("/admin", path) || under("/audit", path);
                case "/on-call" ->
                    under("/on-call", path)
                            || under("/schedules", path)
                            || under("/policies", path)
                            || under("/webhooks", path)
                            || under("/services", path)
                            || under("/coverage", path)
                            || under("/simulator", path);
                default -> under(href, path);
            };
        }

        private static boolean under(String prefix, String path) {
            return path.equals(prefix) || path.startsWith(prefix + "/");
        }
    }

    public Shell(
            CurrentVertxRequest request, CurrentViewer viewers, DashboardConfig config, Clock clock, FormGuard guard) {
        this.request = request;
        this.viewers = viewers;
        this.config = config;
        this.clock = clock;
        this.guard = guard;
    }

    public boolean signedIn() {
        return viewers.find().filter(viewer -> !viewer.mustChangePassword()).isPresent();
    }

    public Viewer viewer() {
        return viewers.get();
    }

    /** light, dark or system; anything else in the cookie is system. */
    public String theme() {
        return cookie(THEME)
                .filter(theme -> theme.equals("light") || theme.equals("dark"))
                .orElse("system");
    }

    /** The language of the page, as HTML names it. */
    public String language() {
        return Language.locale().toLanguageTag();
    }

    public boolean demo() {
        return config.demo();
    }

    /** Where the simulated phones are, or empty. */
    public String phonesUrl() {
        return config.phonesUrl().orElse("");
    }

    /** The page of one simulated phone. */
    public String phoneUrl(String number) {
        return phonesUrl() + "/?phone=" + URLEncoder.encode(number, StandardCharsets.UTF_8);
    }

    public List<NavItem> nav() {
        var path = request.getCurrent().normalizedPath();
        var admin = viewers.find().filter(Viewer::isAdmin).isPresent();
        return rooms().stream()
                .filter(item -> admin || !item.href().equals("/admin"))
                .map(item -> new NavItem(item.label(), item.href(), item.icon(), item.covers(path)))
                .toList();
    }

    /** The message of the action just done: none or one. */
    public List<Flash> flash() {
        return cookie(Flash.COOKIE).flatMap(Flash::parse).stream().toList();
    }

    /** The token every form carries. */
    public String csrf() {
        return guard.token(request.getCurrent());
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The viewer's zone, else the browser's, else UTC. */
    public ZoneId zone() {
        return viewers.find().map(Viewer::zone).or(this::browserZone).orElse(UTC);
    }

    /** "Europe/Berlin (CET)". */
    public String zoneName() {
        return clockface().zoneName();
    }

    /** How this viewer reads times, at this moment. */
    public Clockface clockface() {
        if (clockface == null) clockface = new Clockface(zone(), clock.instant());
        return clockface;
    }

    public String absolute(Instant at) {
        return clockface().absolute(at);
    }

    public String relative(Instant at) {
        return clockface().relative(at);
    }

    public String exact(Instant at) {
        return clockface().exact(at);
    }

    public String dated(Instant at) {
        return clockface().dated(at);
    }

    public String stamp(Instant at) {
        return clockface().stamp(at);
    }

    public String utc(Instant at) {
        return clockface().utc(at);
    }

    /** The text with each instant in it as this viewer reads times. */
    public String timed(String text) {
        return clockface().timed(text);
    }

    /** What a time drawn in that zone is elsewhere: for the viewer, and in UTC when they are there. */
    public String elsewhere(Instant at, ZoneId there) {
        return there.equals(zone()) ? utc(at) : clockface().dated(at);
    }

    private Optional<ZoneId> browserZone() {
        try {
            return cookie(ZONE).map(zone -> ZoneId.of(URLDecoder.decode(zone, StandardCharsets.UTF_8)));
        } catch (DateTimeException | IllegalArgumentException unknown) {
            return Optional.empty(); // a foreign or mangled cookie: the page prints UTC and says so
        }
    }

    private Optional<String> cookie(String name) {
        return Optional.ofNullable(request.getCurrent())
                .map(context -> context.request().getCookie(name))
                .map(Cookie::getValue);
    }
}
