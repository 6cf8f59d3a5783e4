package dev.tocsin.postmortem.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.tocsin.postmortem.Drafting;
import dev.tocsin.postmortem.Fixtures;
import dev.tocsin.postmortem.Issuer;
import dev.tocsin.postmortem.PostgresForTests;
import dev.tocsin.postmortem.Webhooks;
import dev.tocsin.postmortem.report.Content;
import dev.tocsin.postmortem.report.Cover;
import dev.tocsin.postmortem.report.Markdown;
import dev.tocsin.postmortem.review.Words;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(Issuer.class)
@QuarkusTestResource(Webhooks.class)
class PaperResourceTest {

    @Test
    void sixHundredWordsAndTheDrawingFillTwoTaggedPagesWithTheTextOfThePage() throws IOException {
        var id = published();
        var page = Drafting.get(Issuer.viewer(), "/" + id + "/published").extract();

        var answer = Drafting.get(Issuer.viewer(), "/" + id + "/published/pdf")
                .statusCode(200)
                .extract();

        assertThat(answer.header("Content-Disposition")).matches("inline; filename=\"postmortem-\\d+-v1.pdf\"");
        var bytes = answer.asByteArray();
        Files.write(Path.of("target/postmortem.pdf"), bytes); // to look at
        try (var pdf = Loader.loadPDF(bytes)) {
            assertThat(pdf.getNumberOfPages()).isLessThanOrEqualTo(2);
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isBetween(595f, 596f);
            assertThat(pdf.getDocumentInformation().getTitle())
                    .isEqualTo(page.path("content.title").toString());
            isTagged(pdf);
            for (var font : fonts(pdf)) assertThat(font).matches("[A-Z]{6}\\+DejaVuSansCondensed(-\\w+)?");
            var text = plain(new PDFTextStripper().getText(pdf));
            assertThat(text).contains(plain("SHA-256 " + page.path("hash")));
            var body = text.replaceAll("Incident#\\d+·version1·SHA-256[0-9a-f]{64}[12]of2", "");
            for (var section : List.of("issueSummary", "timeline", "rootCause", "resolution", "measures"))
                assertThat(body).contains(plain(withoutTags(page.path("html." + section))));
            for (var field : List.of("title", "subtitle", "hook", "tldr"))
                assertThat(body).contains(plain(page.path("content." + field)));
            assertThat(page.path("words.total").toString()).isEqualTo("600");
            assertThat(body).contains("600words");
        }
    }

    @Test
    void oneVersionIsAskedForByItsNumberAndWhatIsNotPublishedHasNoPaper() {
        var id = published();
        Drafting.get(Issuer.viewer(), "/" + id + "/published/1/pdf").statusCode(200);
        Drafting.get(Issuer.viewer(), "/" + id + "/published/2/pdf").statusCode(404);
        Drafting.get(Issuer.viewer(), "/" + Drafting.opened() + "/published/pdf")
                .statusCode(404);
    }

    private static UUID published() {
        var id = Drafting.opened();
        Drafting.save(Issuer.responder(), id, 1, sixHundredWords());
        Drafting.publish(Issuer.responder(), id, Drafting.approved(id, 2), "").statusCode(200);
        return id;
    }

    private static Content sixHundredWords() {
        var c = Fixtures.finished("Zertifikat → ✓ Привет: a title <of> \"many\" letters");
        return new Content(
                c.title(),
                c.subtitle(),
                c.hook(),
                c.tldr(),
                c.summary(),
                c.timeline(),
                c.noMisleadingPaths(),
                c.detectedHow(),
                Fixtures.words(150 + 600 - Words.of(c).total()),
                c.resolution(),
                c.improvements(),
                c.tasks(),
                c.hiddenSeqs(),
                c.tags(),
                Cover.PULSE,
                "Nobody told the process.",
                c.extras());
    }

    private static void isTagged(PDDocument pdf) {
        var catalog = pdf.getDocumentCatalog();
        assertThat(catalog.getMarkInfo().isMarked()).isTrue();
        assertThat(catalog.getLanguage()).isEqualTo("en");
        assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
        assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
        assertThat(structure(catalog.getStructureTreeRoot().getKids()))
                .contains("Document", "H1", "H2", "P", "Figure", "L", "Table");
    }

    private static List<String> structure(List<Object> kids) {
        var kinds = new ArrayList<String>();
        for (var kid : kids) {
            if (!(kid
                    instanceof
                    org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement element))
                continue;
            kinds.add(element.getStructureType());
            if ("Figure".equals(element.getStructureType()))
                assertThat(element.getAlternateDescription()).contains("checkout");
            kinds.addAll(structure(element.getKids()));
        }
        return kinds;
    }

    private static List<String> fonts(PDDocument pdf) throws IOException {
        var names = new ArrayList<String>();
        for (var page : pdf.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                var font = page.getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                names.add(font.getName());
            }
        }
        assertThat(names).isNotEmpty();
        return names;
    }

    /** Letters alone: where lines break and how far words stand apart is the paper's own affair. */
    private static String plain(String text) {
        return text.replaceAll("[\\s\u00ad]+", "").replace("•", "");
    }

    private static String withoutTags(String html) {
        return Markdown.prose(html.replaceAll("<[^>]+>", " "));
    }
}
