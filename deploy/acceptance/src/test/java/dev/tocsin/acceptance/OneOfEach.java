package dev.tocsin.acceptance;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Makes what the demo has none of, so that each page has something to show. */
final class OneOfEach {
    private final Page page;
    private final RunningTocsin tocsin;

    OneOfEach(Page page, RunningTocsin tocsin) {
        this.page = page;
        this.tocsin = tocsin;
    }

    void make() {
        go("/incidents/new");
        page.getByLabel("What is broken").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        page.getByLabel("What is wrong").fill("Receipts show yesterday’s prices");
        press("Raise and page");

        go("/webhooks/new");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Status board");
        page.getByLabel("Address", new Page.GetByLabelOptions().setExact(true)).fill("https://status.example/hooks");
        page.getByRole(AriaRole.CHECKBOX).first().check();
        press("Save webhook");

        go("/postmortems/templates/new");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Security");
        press("Save template");

        go("/services");
        page.getByRole(AriaRole.MAIN)
                .locator("a[href^='/services/']:not([href$='new'])")
                .first()
                .click();
        var service = page.url();
        page.navigate(service + "/maintenance/new");
        page.getByLabel("What is being done").fill("New disks for the database");
        page.getByLabel("Begins").fill("2026-12-01T22:00");
        page.getByLabel("Ends").fill("2026-12-01T23:00");
        press("Plan maintenance");
    }

    private void go(String path) {
        page.navigate(tocsin.dashboard(path));
    }

    private void press(String button) {
        page.evaluate("document.documentElement.dataset.before = ''");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
        page.locator("html:not([data-before])").waitFor();
    }
}
