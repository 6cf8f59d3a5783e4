package dev.tocsin.acceptance;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Somebody who knows the keys, and two windows of one person that change the same team. */
final class AtTheKeyboard {
    private static final String TROUBLE = "The shop forgets what is in the basket";

    private final RunningTocsin tocsin;
    private final Page page;

    /** @param page on which one is signed in */
    AtTheKeyboard(RunningTocsin tocsin, Page page) {
        this.tocsin = tocsin;
        this.page = page;
    }

    /** Nothing but keys from here on: help, the list, an incident, taken and resolved. */
    void answersAnIncident() {
        raises();
        page.navigate(tocsin.dashboard("/"));
        keys("?");
        var help = page.getByRole(AriaRole.DIALOG);
        assertThat(help).containsText("Acknowledge");
        keys("Escape");
        assertThat(help).isHidden();

        keys("g", "i");
        assertThat(page).hasURL(tocsin.dashboard("/incidents"));
        keys("j", "j", "k");
        var row = page.locator(".picked");
        assertThat(row).containsText(TROUBLE);
        keys("a");
        assertThat(page.getByText("You have it").first()).isVisible();
        keys("j", "r");
        assertThat(page.locator(".incidents li").filter(new Locator.FilterOptions().setHasText(TROUBLE)))
                .hasCount(0);
    }

    /** A slash, some words, and Enter: what is found is reached by the arrows. */
    void findsIt() {
        keys("/");
        page.keyboard().type("basket");
        keys("Enter");
        assertThat(page.locator("a.hit").first()).containsText(TROUBLE);
        keys("ArrowDown", "Enter");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(TROUBLE)))
                .isVisible();
    }

    /** Both windows save the same team: the second sees what the first saved and its own text, and decides. */
    void changesATeamInTwoWindows(String team) {
        page.navigate(tocsin.dashboard("/teams"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(team))
                .first()
                .click();
        page.navigate(page.url() + "/edit");
        try (var other = page.context().newPage()) {
            other.navigate(page.url());
            saves(other, "What the other window says");
            saves(page, "What this window says");
            var theirs = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("What is saved now"));
            assertThat(theirs).containsText("What the other window says");
            assertThat(description(page)).hasValue("What this window says");
            saves(page, "What both say");
            assertThat(page.getByText("Team saved.")).isVisible();
        }
    }

    private void raises() {
        page.navigate(tocsin.dashboard("/incidents/new"));
        page.getByLabel("What is broken").selectOption("Checkout");
        page.getByLabel("What is wrong").fill(TROUBLE);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Raise and page"))
                .click();
        page.waitForURL("**/incidents/*-*");
    }

    private void keys(String... keys) {
        for (var key : keys) page.keyboard().press(key);
    }

    private static void saves(Page page, String text) {
        description(page).fill(text);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Save team").setExact(true))
                .click();
        page.waitForLoadState();
    }

    private static Locator description(Page page) {
        return page.locator("textarea[name=description]");
    }
}
