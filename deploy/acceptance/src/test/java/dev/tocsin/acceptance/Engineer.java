package dev.tocsin.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Somebody at a browser, doing what people do with the dashboard. */
final class Engineer {
    static final String PASSWORD = "correct horse battery staple";
    private static final String ZONE = "Europe/Berlin";
    private static final Duration SOON = Duration.ofSeconds(40);

    private final Page page;
    private final RunningTocsin tocsin;

    private Engineer(Page page, RunningTocsin tocsin) {
        this.page = page;
        this.tocsin = tocsin;
    }

    /** The first sign-in, with the password that the launcher printed. */
    static Engineer signsInFirst(Browser browser, RunningTocsin tocsin) {
        return signsIn(browser, tocsin, "admin@tocsin.local", tocsin.oneTimePassword());
    }

    /** Signs in with a one-time password and chooses a lasting one. */
    static Engineer signsIn(Browser browser, RunningTocsin tocsin, String email, String oneTimePassword) {
        var engineer = new Engineer(browser.newPerson(1280, "light"), tocsin);
        engineer.go("/login");
        engineer.fill("E-mail", email);
        engineer.fill("Password", oneTimePassword);
        engineer.press("Sign in");
        engineer.fill("One-time password", oneTimePassword);
        engineer.fill("New password", PASSWORD);
        engineer.fill("New password, again", PASSWORD);
        engineer.press("Use this password");
        engineer.page.waitForURL(url -> !url.contains("/password"));
        return engineer;
    }

    /** Somebody who is signed in at this page already. */
    static Engineer at(Page page, RunningTocsin tocsin) {
        return new Engineer(page, tocsin);
    }

    Page page() {
        return page;
    }

    void createsTeam(String name) {
        go("/teams/new");
        fill("Name", name);
        press("Create team");
        sees(name);
    }

    /** Answers the one-time password that the page shows once. */
    String addsPerson(Person person, String team) {
        go("/people/new");
        fill("Name", person.name());
        fill("E-mail", person.email());
        choose("Role", "responder");
        fill("Time zone", ZONE);
        fill("Phone", person.phone());
        page.getByLabel(team, exactly()).check();
        press("Add person");
        return shownOnce();
    }

    /** On the person's page: has a code sent and types what arrives on the phone. */
    void provesPhone(Person person, Phones.Phone phone) {
        go("/people");
        page.getByRole(AriaRole.LINK, named(person.name())).first().click();
        press("Send code");
        fill("Code", phone.code());
        press("Verify");
        sees("verified");
    }

    /** As the board leads somebody new: a phone, its code, and a test page that is seen to arrive. */
    void followsTheFirstSteps(String number, Phones.Phone phone) {
        go("/");
        page.getByRole(AriaRole.LINK, named("Do this now")).first().click();
        fill("Number, address or URL", number);
        press("Add");
        fill("Code", phone.code());
        press("Verify");
        press("Send me a test page");
        assertThat(main().locator("#tests").getByText("Delivered").first()).isVisible(soon());
        assertThat(main().getByText("A page reaches you.")).isVisible(soon());
    }

    String resetsPassword(Person person) {
        go("/people");
        page.getByRole(AriaRole.LINK, named(person.name())).first().click();
        page.getByText("New password").first().click();
        press("Make a new password");
        return shownOnce();
    }

    void createsWeeklyRotation(String name, String team, Person... members) {
        go("/schedules/new");
        fill("Name", name);
        choose("Team", team);
        fill("Time zone", ZONE);
        choose("Rotates", "weekly");
        fill("Every", "1");
        fill("First handoff", "2026-01-05T09:00");
        for (int i = 0; i < members.length; i++) choose("Member " + (i + 1), members[i].name());
        press("Create schedule");
        sees(members[0].name());
    }

    /** A policy of two steps: this target, and after the delay that one. */
    void createsPolicy(String name, String team, String first, String delay, String second, String lastWait) {
        go("/policies/new");
        fill("Name", name);
        choose("Team", team);
        choose("Step 1 pages", first);
        fill("Step 1 waits", delay);
        choose("Step 2 pages", second);
        fill("Step 2 waits", lastWait);
        press("Create policy");
        sees(name);
    }

    void createsService(String name, String team, String policy) {
        go("/services/new");
        fill("Name", name);
        choose("Team", team);
        choose("Escalation policy", policy);
        press("Create service");
        sees(name);
    }

    /** HTTP, 200 wanted, slower than 500 ms fails, every 5 s, two failures in a row; tried before it is saved. */
    void createsCheck(String name, String service, String url) {
        go("/checks/new");
        fill("Name", name);
        choose("Service", service);
        fill("URL", url);
        fill("Expected status", "200");
        fill("Slower than (ms) is a failure", "500");
        fill("Every", "5s");
        fill("Failures", "2");
        press("Try it now");
        sees("200");
        press("Create check");
        sees(name);
    }

    void seesTheCheckUp(String name) {
        afterReloads(
                "the check is up",
                () -> main().innerText().contains("Up") && main().innerText().contains(name));
    }

    void opensTheBoard() {
        go("/");
    }

    /** The board shows the incident by itself: no reload, no navigation. */
    void seesWithoutReload(String text) {
        assertThat(main().locator("#board-incidents").getByText(text).first()).isVisible(soon());
        assertThat(page.locator("#say[role=status]")).hasText("1 new incident");
    }

    void opensTheNewestIncident() {
        go("/incidents?state=all");
        main().locator("a[href^='/incidents/']:not([href*='new'])").first().click();
    }

    void seesInTheTimeline(String... texts) {
        for (var text : texts)
            afterReloads(
                    "the timeline says " + text,
                    () -> main().innerText().toLowerCase().contains(text.toLowerCase()));
    }

    void seesTheIncidentResolved() {
        afterReloads(
                "the incident is resolved",
                () -> main().locator("#standing").innerText().contains("Resolved"));
    }

    /** With one incident, the mean on the MTA/MTR page is the time that the incident's own page shows. */
    void seesMtaAndMtrEqualToTheTimeline() {
        var toAcknowledge = fact("Acknowledged");
        var toResolve = fact("Resolved");
        go("/response");
        assertThat(main().innerText()).containsPattern("MTA\\s+" + Pattern.quote(toAcknowledge));
        assertThat(main().innerText()).containsPattern("MTR\\s+" + Pattern.quote(toResolve));
    }

    void opensTheDraftOfTheNewestIncident() {
        opensTheNewestIncident();
        page.getByRole(AriaRole.LINK, named("Write postmortem")).first().click();
        sees("Measured");
    }

    void seesMeasuredFacts(String... people) {
        for (var person : people) sees(person);
        for (var fact : new String[] {"Time to acknowledge", "Time to resolve"}) sees(fact);
    }

    /** An empty draft does not go to review: the answer is the list of what is missing, the number of words among it. */
    void isToldWhatIsMissing() {
        press("Ask for review");
        sees("400");
        sees("misleading path");
    }

    void writesTheReport(Instant brokenAt) {
        fill("Title", Report.TITLE);
        fill("Hook", Report.HOOK);
        fill("TL;DR", Report.TLDR);
        fill("Impact started", local(brokenAt));
        fill("What was affected", Report.AFFECTED);
        fill("What users experienced", Report.EXPERIENCED);
        fill("Users affected (%)", "12");
        fill("How it was counted", Report.COUNTED);
        fill("Root cause in brief", Report.BRIEF);
        fill("How it was detected", Report.DETECTED_HOW);
        addsLine(brokenAt, "started", Report.STARTED);
        addsLine(brokenAt.plusSeconds(2), "misleading", Report.WRONG_TURN);
        fill("Root cause", Report.ROOT_CAUSE);
        fill("Resolution", Report.RESOLUTION);
        fill("Improvements", Report.IMPROVEMENTS);
        fill("Task", Report.TASK);
        fill("Owner", "Ben Okafor");
        fill("Due", "2027-01-31");
        fill("Done when", Report.DONE_WHEN);
        press("Save draft");
    }

    private void addsLine(Instant at, String kind, String text) {
        press("Add line");
        var line = main().locator("li.line.typed")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("input[type=datetime-local]:placeholder-shown, input[value='']")))
                .last();
        line.getByLabel("Time").fill(local(at));
        line.getByLabel("Kind").selectOption(kind);
        line.getByLabel("What happened").fill(text);
    }

    void asksForAReview() {
        press("Ask for review");
        sees("somebody else must approve it");
    }

    /** Whoever did not write it reads it as its readers will, and stands for it. */
    void approvesThePostmortem(String title) {
        go("/postmortems?state=in-review");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title))
                .first()
                .click();
        sees(Report.WRONG_TURN);
        press("Approve");
        sees("Approved by");
    }

    void publishes() {
        page.reload();
        page.getByRole(AriaRole.LINK, named("Publish")).first().click();
        press("Publish now");
        sees(Report.TITLE);
    }

    /** The length of time that the incident's facts give after this milestone, such as "12 s". */
    private String fact(String milestone) {
        var text = main().locator("#facts").innerText();
        var match = Pattern.compile(milestone + "\\b.*?after ([^\n]+)", Pattern.DOTALL)
                .matcher(text);
        if (!match.find()) throw new AssertionError("no length of time for " + milestone + " in: " + text);
        return match.group(1).strip();
    }

    /** As a browser writes it, so that it reads back the same: no seconds when they are zero. */
    private static String local(Instant at) {
        return LocalDateTime.ofInstant(at.truncatedTo(ChronoUnit.SECONDS), ZoneId.of(ZONE))
                .toString();
    }

    void readsThePublishedPostmortem(String title) {
        go("/postmortems");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title))
                .first()
                .click();
        sees(Report.WRONG_TURN);
        assertThat(main().locator("svg[role=img]").first()).isVisible();
    }

    /** The PDF behind the page's button, with the text that stands on the page. */
    void readsThePaper(String title, String... texts) {
        var address = main().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("PDF"))
                .getAttribute("href");
        var answer = page.request().get(tocsin.dashboard(address));
        assertThat(answer.headers().get("content-type")).startsWith("application/pdf");
        try (var pdf = Loader.loadPDF(answer.body())) {
            assertThat(pdf.getNumberOfPages()).isLessThanOrEqualTo(2);
            var words = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            assertThat(words).contains(title, "Issue Summary", "Times in").contains(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void afterReloads(String what, java.util.function.BooleanSupplier seen) {
        Await.until(what, SOON, () -> {
            if (seen.getAsBoolean()) return Optional.of(true);
            page.reload();
            return Optional.empty();
        });
    }

    private String shownOnce() {
        return page.getByTestId("one-time-password").innerText().strip();
    }

    private void go(String path) {
        var response = page.navigate(tocsin.dashboard(path));
        assertThat(response.status()).as("status of " + path).isLessThan(400);
    }

    private void fill(String label, String value) {
        page.getByLabel(label, exactly()).fill(value);
    }

    private void choose(String label, String option) {
        page.getByLabel(label, exactly()).selectOption(option);
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, named(button)).first().click();
    }

    private void sees(String text) {
        assertThat(main()).containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
    }

    private Locator main() {
        return page.getByRole(AriaRole.MAIN);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static LocatorAssertions.IsVisibleOptions soon() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(SOON.toMillis());
    }
}
