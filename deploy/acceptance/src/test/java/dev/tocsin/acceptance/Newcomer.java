package dev.tocsin.acceptance;

import java.time.Instant;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * Somebody whose browser runs no script: invited, at work from the first incident to the published postmortem, once without
 * a session and once without a password, and in the end no longer wanted.
 */
final class Newcomer {
    static final String EMAIL = "iris@example.org";
    private static final String PASSWORD = "a password of my own";
    private static final String ANOTHER = "another password of my own";
    private static final String TROUBLE = "The till prints yesterday's date";

    private final RunningTocsin tocsin;
    private final Company company;
    private final Page administrator;
    private final Page page;
    private Instant brokenAt = Instant.EPOCH;
    private String incident = "";

    /** @param administrator a page on which one is signed in */
    Newcomer(RunningTocsin tocsin, Company company, Browser browser, Page administrator) {
        this.tocsin = tocsin;
        this.company = company;
        this.administrator = administrator;
        this.page =
                browser.newPage(new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    void isInvitedAndJoins() {
        administrator.navigate(tocsin.dashboard("/admin/users"));
        field(administrator, "E-mail").fill(EMAIL);
        press(administrator, "Invite");
        assertThat(administrator.getByText("is on its way to " + EMAIL)).isVisible();
        var link = company.linkMailedTo(EMAIL, "/invitation/");

        page.navigate(link);
        sees("Welcome to Tocsin");
        field("Name").fill("Iris");
        field("Time zone").fill("Europe/Berlin");
        field("Password").fill(PASSWORD);
        field("Password, again").fill(PASSWORD);
        press("Join");
        assertThat(page).hasURL(tocsin.dashboard("/"));

        page.navigate(link);
        sees("This invitation is over");
    }

    /** Reads what there is to read, raises an incident, has it, and ends it. */
    void answersAnIncident(String check) {
        go("/on-call");
        assertThat(page.getByText("Shop primary").first()).isVisible();
        go("/checks");
        follow(check);
        sees(check);
        brokenAt = Instant.now();
        go("/incidents/new");
        field("What is broken").selectOption("Checkout");
        field("What is wrong").fill(TROUBLE);
        press("Raise and page");
        incident = page.url();

        go("/");
        var row = page.locator("#board-incidents li").filter(new Locator.FilterOptions().setHasText(TROUBLE));
        row.getByRole(AriaRole.BUTTON).first().click();
        assertThat(row).containsText("Acknowledged");
        row.getByRole(AriaRole.LINK).first().click();
        field("Note").fill("It is the clock of the printer.");
        press("Add note");
        assertThat(page.locator("#timeline")).containsText("It is the clock of the printer.");
        press("Resolve");
        assertThat(page.locator("#standing")).containsText("Resolved");
    }

    /** From the empty draft to the review. */
    void writesItsPostmortem() {
        page.navigate(incident.replace("/incidents/", "/postmortems/by-incident/"));
        if (page.url().contains("by-incident")) press("Open the draft");
        var author = Engineer.at(page, tocsin);
        author.writesTheReport(brokenAt);
        author.asksForAReview();
    }

    void publishesAndReadsIt() {
        var author = Engineer.at(page, tocsin);
        author.publishes();
        author.readsThePublishedPostmortem(Report.TITLE);
    }

    /** What was typed when the session ended is done as soon as the password is there. */
    void losesTheSessionAndNothingElse() {
        go("/profile");
        field("Name").fill("Iris Holm");
        atHerAccount();
        administrator.getByText("Sign out everywhere").click();
        press(administrator, "Sign Iris out");
        assertThat(administrator.locator(".flash")).containsText("is signed out everywhere");

        page.locator("form[action='/profile'] button").click();
        sees("Sign in again");
        field("E-mail").fill(EMAIL);
        field("Password").fill(PASSWORD);
        press("Sign in and go on");
        assertThat(page.getByText("Profile saved.")).isVisible();
        assertThat(field("Name")).hasValue("Iris Holm");
    }

    /** The link in the mail sets a new password and ends every session. */
    void forgetsThePassword() {
        page.context().clearCookies();
        go("/login");
        follow("Forgotten your password?");
        field("E-mail").fill(EMAIL);
        press("Mail me a link");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText(EMAIL);
        page.navigate(company.linkMailedTo(EMAIL, "/new-password/"));
        field("New password").fill(ANOTHER);
        field("New password, again").fill(ANOTHER);
        press("Set this password");
        field("E-mail").fill(EMAIL);
        field("Password").fill(ANOTHER);
        press("Sign in");
        assertThat(page).hasURL(tocsin.dashboard("/"));
    }

    /** The provider knows her, so nobody asks for anything; the page she wanted is where she arrives. */
    void comesInByTheCompanysProvider() {
        page.context().clearCookies();
        page.navigate(tocsin.dashboard("/incidents"));
        follow("Sign in with Acme");
        assertThat(page).hasURL(tocsin.dashboard("/incidents"));
    }

    /** What an administrator takes away is gone with the next press. */
    void mayOnlyReadAndThenNothing() {
        atHerAccount();
        administrator.getByLabel("Role of Iris Holm").selectOption("viewer");
        press(administrator, "Set role");
        assertThat(administrator.getByText("Iris Holm is now Viewer")).isVisible();
        page.navigate(tocsin.dashboard("/incidents/new"));
        sees("This is not yours to do");

        atHerAccount();
        administrator
                .getByText("Disable", new Page.GetByTextOptions().setExact(true))
                .click();
        press(administrator, "Disable Iris Holm");
        assertThat(administrator.locator(".flash")).containsText("can no longer sign in");
        page.navigate(tocsin.dashboard("/incidents"));
        sees("Sign in");
    }

    private void atHerAccount() {
        administrator.navigate(tocsin.dashboard("/admin/users?q=iris"));
        administrator.locator("details.more summary").first().click();
    }

    private void go(String path) {
        page.navigate(tocsin.dashboard(path));
    }

    private void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
    }

    private void press(String button) {
        press(page, button);
    }

    private Locator field(String label) {
        return field(page, label);
    }

    private void sees(String heading) {
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(heading).setExact(true)))
                .isVisible();
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
