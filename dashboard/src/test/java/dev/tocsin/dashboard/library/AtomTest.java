package dev.tocsin.dashboard.library;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import javax.xml.parsers.DocumentBuilderFactory;

import dev.tocsin.dashboard.InEnglish;
import dev.tocsin.dashboard.library.LibraryClient.Row;
import dev.tocsin.dashboard.library.LibraryClient.Version;
import dev.tocsin.dashboard.web.Ref;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.w3c.dom.Document;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(InEnglish.class)
class AtomTest {
    private static final URI BASE = URI.create("https://tocsin.example/");

    @Test
    void aCorrectionUpdatesItsEntryAndTheFeed() throws Exception {
        var feed = parsed(
                Atom.of(List.of(row("Half of <search> & \u0007 tents")), BASE, "postmortems/feed.atom", "postmortems"));

        assertThat(text(feed, "title", 1)).isEqualTo("Half of <search> &  tents");
        assertThat(text(feed, "published", 0)).isEqualTo("2026-11-20T10:00:00Z");
        assertThat(text(feed, "updated", 0)).isEqualTo("2026-11-21T10:00:00Z");
        assertThat(text(feed, "updated", 1)).isEqualTo("2026-11-21T10:00:00Z");
        assertThat(text(feed, "summary", 0)).isEqualTo("A hook\n\nAll of it\n\nCorrected: the share of users");
        assertThat(feed.getElementsByTagName("link")
                        .item(2)
                        .getAttributes()
                        .getNamedItem("href")
                        .getNodeValue())
                .isEqualTo("https://tocsin.example/postmortems/" + new UUID(0, 1));
    }

    @Test
    void anEmptyFeedIsAFeed() throws Exception {
        assertThat(parsed(Atom.of(List.of(), BASE, "f", "p"))
                        .getElementsByTagName("entry")
                        .getLength())
                .isZero();
    }

    private static Row row(String title) {
        var by = new Ref(new UUID(0, 2), "Ada");
        return new Row(
                new UUID(0, 1),
                1,
                Instant.EPOCH,
                "published",
                title,
                "A hook",
                "All of it",
                by,
                null,
                "critical",
                null,
                null,
                null,
                420,
                3,
                List.of("dns"),
                List.of(
                        new Version(1, Instant.parse("2026-11-20T10:00:00Z"), by, ""),
                        new Version(2, Instant.parse("2026-11-21T10:00:00Z"), by, "the share of users")),
                List.of());
    }

    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(Document feed, String element, int n) {
        return feed.getElementsByTagName(element).item(n).getTextContent();
    }
}
