package dev.tocsin.acceptance;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Two browsers with the same draft open: whatever they do, every word that was typed is there in the end. */
final class TwoAuthors {
    private final Page first;
    private final Page second;

    /** Both have the draft open in the editor, the first one longer. */
    TwoAuthors(Page first, Page second) {
        this.first = first;
        this.second = second;
    }

    void seeEachOther(String nameOfTheFirst) {
        assertThat(second.locator("#lease")).containsText(nameOfTheFirst + " is editing", soon());
        second.getByRole(AriaRole.BUTTON, button("Take over")).click();
        assertThat(second.locator("#lease .note"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
    }

    /** One writes the resolution, the other meanwhile the root cause: both stand in the report. */
    void writeInDifferentPlaces() {
        type(second, "Resolution", "What the second wrote.");
        assertThat(second.locator("#saved[data-saved]")).isVisible(shown());

        type(first, "Root cause", "What the first wrote.");
        assertThat(first.locator("#saved")).containsText("somebody else saved meanwhile", soon());
        save(first);

        assertThat(first.getByText("what both of you wrote is kept")).isVisible(shown());
        assertThat(field(first, "Root cause")).hasValue("What the first wrote.");
        assertThat(field(first, "Resolution")).hasValue("What the second wrote.");
    }

    /** The second still has the page from before: both write the hook, and the second is shown both. */
    void writeInTheSamePlace() {
        type(first, "Hook", "The first one's hook");
        assertThat(first.locator("#saved[data-saved]")).isVisible(shown());

        type(second, "Hook", "The second one's hook");
        save(second);

        var theirs = second.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("What was saved meanwhile"));
        assertThat(theirs).containsText("The first one's hook", soon());
        assertThat(field(second, "Hook")).hasValue("The second one's hook");
        assertThat(field(second, "Root cause")).hasValue("What the first wrote.");
        type(second, "Hook", "The hook of both");
        save(second);
        assertThat(second.getByText("Draft saved.")).isVisible(shown());
    }

    /** A session that ended while somebody typed: the password is asked where the text stands, and then it is saved. */
    void loseASessionAndNoText(String email, String password) {
        first.reload();
        first.context().clearCookies();
        type(first, "TL;DR", "Typed after the session had ended.");
        signInWhereTheTextStands(email, password);
        assertThat(first.getByText("Draft saved.")).isVisible(shown());
        assertThat(field(first, "TL;DR")).hasValue("Typed after the session had ended.");
    }

    /** A chosen picture survives no new page: it is added without one as soon as the password is right. */
    void loseASessionAndNoPicture(String email, String password) {
        first.context().clearCookies();
        field(first, "File").setInputFiles(new FilePayload("graph.png", "image/png", picture()));
        type(first, "What it shows", "Requests that failed");
        first.getByRole(AriaRole.BUTTON, button("Put it where I was writing")).click();
        signInWhereTheTextStands(email, password);
        assertThat(first.getByText("Added where you were writing.")).isVisible(shown());
        assertThat(field(first, "Root cause")).hasValue(Pattern.compile("!\\[Requests that failed]\\("));
        assertThat(first.locator("#saved[data-saved]")).isVisible(shown());
    }

    private void signInWhereTheTextStands(String email, String password) {
        var again = field(first, "Password");
        assertThat(again).isVisible(shown());
        field(first, "E-mail").fill(email);
        again.fill(password);
        first.getByRole(AriaRole.BUTTON, button("Sign in and save")).click();
    }

    private static byte[] picture() {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What both wrote is kept in the history, and an earlier version can be brought back. */
    void findEverythingInTheHistory() {
        first.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("History").setExact(true))
                .click();
        first.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("What changed"))
                .first()
                .click();
        assertThat(first.locator(".diff ins").first()).isVisible(shown());
        first.goBack();
        first.goBack();
    }

    private static void type(Page page, String label, String text) {
        field(page, label).fill(text);
    }

    private static void save(Page page) {
        page.getByRole(AriaRole.BUTTON, button("Save draft")).click();
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static LocatorAssertions.ContainsTextOptions soon() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    }

    private static LocatorAssertions.IsVisibleOptions shown() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);
    }
}
