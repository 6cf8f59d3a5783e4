package dev.tocsin.postmortem.timeline;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import dev.tocsin.postmortem.Fixtures;
import dev.tocsin.postmortem.facts.Curve;
import dev.tocsin.postmortem.facts.Fact;
import dev.tocsin.postmortem.facts.Facts;
import dev.tocsin.postmortem.facts.IncidentDocument;
import dev.tocsin.postmortem.facts.Measurement;
import dev.tocsin.postmortem.facts.Ref;
import dev.tocsin.postmortem.report.Content;
import dev.tocsin.postmortem.report.EntryKind;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

import static org.assertj.core.api.Assertions.assertThat;

class DiagramTest {
    private static final String EVIL = "</title><script>alert('x')</script>&\"\u0001\uFFFE";
    private final Facts facts = Measurement.of(Fixtures.incident());

    @Test
    void aFinishedReportShowsImpactLanesDeadEndsAndResolution() {
        for (var svg : both(facts, Fixtures.finished())) {
            assertThat(parts(svg, "tl-lane")).isEqualTo(2);
            assertThat(parts(svg, "tl-impact")).isEqualTo(1);
            assertThat(parts(svg, "tl-undetected")).isEqualTo(1);
            assertThat(parts(svg, "tl-page")).isEqualTo(2);
            assertThat(parts(svg, "tl-ack")).isEqualTo(1);
            assertThat(parts(svg, "tl-dead-end")).isEqualTo(1);
            assertThat(parts(svg, "tl-mark tl-resolved")).isEqualTo(1);
            assertThat(svg).contains("undetected 3 min 14 s").contains("impact 38 min");
        }
    }

    @Test
    void nothingIsShadedAsUndetectedUntilAPersonSaidWhenItBegan() {
        for (var svg : both(facts, Content.startingAs("checkout: down", "Europe/Berlin", facts.noise()))) {
            assertThat(parts(svg, "tl-undetected")).isZero();
            assertThat(svg).contains("start not said yet");
        }
    }

    @Test
    void itIsToldToThoseWhoCannotSeeIt() {
        for (var svg : both(facts, Fixtures.finished())) {
            var root = parse(svg).getDocumentElement();
            assertThat(root.getAttribute("role")).isEqualTo("img");
            assertThat(((Element) root.getFirstChild()).getTagName()).isEqualTo("title");
            assertThat(root.getChildNodes().item(1).getTextContent())
                    .contains("Impact from 03:08 to 03:47 (38 min, Europe/Berlin).")
                    .contains("Undetected for 3 min 14 s.")
                    .contains("Ben Okafor: escalated at 03:16, acknowledged at 03:18.")
                    .contains("03:24 misleading: Release 118");
        }
    }

    @Test
    void hostileTextStaysTextAndThePictureStaysWellFormed() {
        var incident = Fixtures.incident(Fixtures.webhook()
                .replace("Asha Rao", "<img src=x onerror=alert(1)>")
                .replace("Rolled back release 118", "<script>alert(2)</script> & ]]> <!--"));
        var content = new Content(
                EVIL,
                "",
                "",
                "",
                Fixtures.summary(),
                List.of(Fixtures.entry("2026-11-22T02:24:00Z", EntryKind.MISLEADING, EVIL)),
                false,
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of());
        for (var svg : both(Measurement.of(incident), content)) {
            parse(svg);
            assertThat(svg).doesNotContain("<script").doesNotContain("<img").contains("&lt;script&gt;");
        }
    }

    @Test
    void aStrictPageMayHoldIt() {
        for (var svg : both(facts, Fixtures.finished())) {
            assertThat(svg)
                    .doesNotContain("style=")
                    .doesNotContain("<style")
                    .doesNotContain("href")
                    .doesNotContainPattern(" on[a-z]+=")
                    .doesNotContain(" id=");
        }
    }

    @Test
    void whatTheCheckSawIsDrawnBeneathAndToldInWords() {
        // Ten minutes before to ten minutes after, in steps of five: the ends reach beyond the drawing.
        var curve = new Curve(
                "checkout-web",
                "",
                Instant.parse("2026-11-22T01:55:00Z"),
                Duration.ofMinutes(5),
                Arrays.asList(110.0, 120.0, 130.0, 700.0, null, null, null, null, null, 400.0, 115.0, 112.0),
                List.of(0, 0, 0, 0, 5, 5, 0, 5, 5, 0, 0, 0),
                List.of(5, 5, 5, 5, 5, 5, 0, 5, 5, 5, 5, 5));
        for (var svg : both(facts.withProbe(Fact.recorded(curve, "the check's history")), Fixtures.finished())) {
            assertThat(parts(svg, "tl-latency")).isEqualTo(1);
            // An empty step is a probe that came late, not the end of the trouble.
            assertThat(parts(svg, "tl-failed")).isEqualTo(1);
            assertThat(parse(svg).getDocumentElement().getChildNodes().item(1).getTextContent())
                    .contains("Latency of checkout-web: usually 120 ms, at most 700 ms.")
                    .contains("20 of 55 probes failed, from 03:15 to 03:40.");
        }
    }

    @Test
    void aLongRowOfPagesIsGatheredOnAPhoneAndWhoAnsweredIsNeverLeftOut() {
        var full = Fixtures.incident();
        var pages = new ArrayList<IncidentDocument.Page>();
        for (int i = 0; i < 40; i++) {
            var at = full.incident().triggeredAt().plusSeconds(5L * i);
            pages.add(new IncidentDocument.Page(
                    new Ref(new UUID(9, i % 9), "Person " + i % 9), i + 1, 1, "sms", at, null, "sent"));
        }
        var many = Measurement.of(new IncidentDocument(full.incident(), full.timeline(), pages));

        var diagram = Diagram.of(many, Fixtures.finished());

        assertThat(diagram.narrow()).contains("more pages until");
        assertThat(parts(diagram.narrow(), "tl-page")).isLessThan(12);
        assertThat(diagram.wide()).contains("Ben Okafor acknowledged").contains("and 4 more");
    }

    @Test
    void labelsNeverLieOnOneAnotherHoweverManyThereAre() {
        var wanted = new ArrayList<Labels.Wanted>();
        for (int i = 0; i < 40; i++) wanted.add(new Labels.Wanted(132 + (i * 37) % 744, 60 + (i * 53) % 220));

        var placed = Labels.place(wanted, 892);

        assertThat(placed).hasSize(40);
        for (var a : placed) {
            var from = wanted.get(a.index());
            assertThat(a.above() ? from.x() - from.width() : from.x() + from.width())
                    .isBetween(-50.0, 892.0);
            for (var b : placed) {
                if (a == b || a.above() != b.above()) continue;
                var other = wanted.get(b.index());
                // A label at the same level, or the leader of one further out, stays clear of this one.
                if (b.level() >= a.level())
                    assertThat(covers(a, from, other.x())).as("%s %s", a, b).isFalse();
            }
        }
    }

    private static boolean covers(Labels.Placed placed, Labels.Wanted label, double x) {
        return placed.above()
                ? label.x() - label.width() < x && x < label.x()
                : label.x() < x && x < label.x() + label.width();
    }

    @Test
    void aBusyIncidentKeepsItsShape() {
        var base = Fixtures.finished();
        var entries = new ArrayList<Content.Entry>();
        for (int i = 0; i < 200; i++) {
            entries.add(new Content.Entry(
                    new UUID(7, i),
                    Optional.of(Instant.parse("2026-11-20T12:00:00Z").plusSeconds(1_200L * i)),
                    EntryKind.values()[i % EntryKind.values().length],
                    "Line " + i + " " + "long ".repeat(100),
                    "",
                    i % 50 == 0));
        }
        var full = Fixtures.incident();
        var pages = new ArrayList<IncidentDocument.Page>();
        for (int i = 0; i < 30; i++) {
            var person = new Ref(new UUID(9, i), "Person " + i);
            pages.add(new IncidentDocument.Page(
                    person, i + 1, 1, "sms", full.incident().triggeredAt().plusSeconds(i), null, "sent"));
        }
        var many = Measurement.of(new IncidentDocument(full.incident(), full.timeline(), pages));
        var content = new Content(
                base.title(),
                "",
                "",
                "",
                base.summary(),
                entries,
                false,
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of());

        for (var svg : both(many, content)) {
            parse(svg);
            assertThat(parts(svg, "tl-lane")).isEqualTo(6);
            assertThat(svg.length()).isLessThan(120_000);
        }
        assertThat(Diagram.of(many, content).wide()).contains("and 25 more");
    }

    @Test
    void timesThatContradictEachOtherAreDrawnWithoutFailing() {
        for (var resolved : List.of("null", "\"2026-11-22T01:00:00Z\"", "\"2026-11-22T02:11:54.310Z\"")) {
            var incident = Fixtures.incident(Fixtures.webhook()
                    .replace("\"resolvedAt\": \"2026-11-22T02:47:10.655Z\"", "\"resolvedAt\": " + resolved));
            both(Measurement.of(incident), Fixtures.finished()).forEach(DiagramTest::parse);
            var bare = Measurement.of(new IncidentDocument(incident.incident(), null, null));
            both(bare, Content.startingAs("", "UTC", List.of())).forEach(DiagramTest::parse);
        }
    }

    private static List<String> both(Facts facts, Content content) {
        var diagram = Diagram.of(facts, content);
        return List.of(diagram.wide(), diagram.narrow());
    }

    /** How many elements have exactly this class. */
    private static int parts(String svg, String cssClass) {
        var all = parse(svg).getElementsByTagName("*");
        var count = 0;
        for (int i = 0; i < all.getLength(); i++) {
            if (((Element) all.item(i)).getAttribute("class").equals(cssClass)) count++;
        }
        return count;
    }

    private static Document parse(String svg) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError(svg, e);
        }
    }
}
