package dev.tocsin.acceptance;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Somebody who is invited, comes in without any script, and whose session ends in the middle of a form. */
final class Newcomer {
    private static final String EMAIL = "iris@example.org";
    private static final String PASSWORD = "a password of my own";

    private final RunningTocsin tocsin;
    private final Page administrator;
    private final Page page;

    /** @param administrator a page on which one is signed in */
    Newcomer(RunningTocsin tocsin, Browser browser, Page administrator) {
        this.tocsin = tocsin;
        this.administrator = administrator;
        this.page =
                browser.newPage(new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    /** No mail server is there, so the administrator hands the link over. */
    void isInvitedAndJoins() {
        administrator.navigate(tocsin.dashboard("/admin/users"));
        field(administrator, "E-mail").fill(EMAIL);
        press(administrator, "Invite");
        var link = administrator.getByTestId("link").textContent();

        page.navigate(link);
        assertThat(page.getByRole(AriaRole.HEADING, heading("Welcome to Tocsin")))
                .isVisible();
        field(page, "Name").fill("Iris");
        field(page, "Time zone").fill("Europe/Berlin");
        field(page, "Password").fill(PASSWORD);
        field(page, "Password, again").fill(PASSWORD);
        press(page, "Join");
        assertThat(page).hasURL(tocsin.dashboard("/"));

        page.navigate(link);
        assertThat(page.getByRole(AriaRole.HEADING, heading("This invitation is over")))
                .isVisible();
    }

    /** What was typed when the session ended is done as soon as the password is there. */
    void losesTheSessionAndNothingElse() {
        page.navigate(tocsin.dashboard("/profile"));
        field(page, "Name").fill("Iris Holm");
        administrator.navigate(tocsin.dashboard("/admin/users?q=iris"));
        administrator.locator("details.more summary").first().click();
        press(administrator, "Sign out everywhere");
        assertThat(administrator.getByText("is signed out everywhere")).isVisible();

        page.locator("form[action='/profile'] button").click();
        assertThat(page.getByRole(AriaRole.HEADING, heading("Sign in again"))).isVisible();
        field(page, "E-mail").fill(EMAIL);
        field(page, "Password").fill(PASSWORD);
        press(page, "Sign in and go on");
        assertThat(page.getByText("Profile saved.")).isVisible();
        assertThat(field(page, "Name")).hasValue("Iris Holm");
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

    private static Page.GetByRoleOptions heading(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
