package dev.tocsin.acceptance;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;

/** Makes what the demo has none of, so that each page has something to show. */
final class OneOfEach {
    private final Page page;
    private final RunningTocsin tocsin;

    OneOfEach(Page page, RunningTocsin tocsin) {
        this.page = page;
        this.tocsin = tocsin;
    }

    /** Answers the pages that only buttons of a form lead to. */
    List<String> make() {
        var draft = draft(raise("Receipts show yesterday’s prices"));
        var open = raise("The search finds nothing that begins with an umlaut");

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
        page.getByText("Add integration").first().click();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Till");
        page.getByLabel("What it speaks").selectOption("Any JSON");
        press("Create key");
        page.navigate(service + "/maintenance/new");
        page.getByLabel("What is being done").fill("New disks for the database");
        page.getByLabel("Begins").fill("2026-12-01T22:00");
        page.getByLabel("Ends").fill("2026-12-01T23:00");
        press("Plan maintenance");

        go("/checks/new/heartbeat?recipe=nightly");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Nightly export");
        press("Create check");
        var job = URI.create(page.url()).getPath();
        return Stream.concat(
                        Stream.of(job + "/settings", URI.create(open).getPath() + "/turns"),
                        Stream.of("/edit", "/owner", "/images", "/facts/resolvedAt", "/preview", "/publish")
                                .map(part -> draft + part))
                .toList();
    }

    /** Raises an incident; answers its address. */
    private String raise(String what) {
        go("/incidents/new");
        page.getByLabel("What is broken").selectOption(new SelectOption().setIndex(1));
        page.getByLabel("What is wrong").fill(what);
        press("Raise and page");
        return page.url();
    }

    /** Resolves the incident and opens its draft, unless it is there already; answers the draft's path. */
    private String draft(String incident) {
        press("Resolve");
        page.navigate(incident.replace("/incidents/", "/postmortems/by-incident/"));
        if (!page.url().endsWith("/edit") && page.url().contains("by-incident")) press("Open the draft");
        return URI.create(page.url()).getPath().replace("/edit", "");
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
