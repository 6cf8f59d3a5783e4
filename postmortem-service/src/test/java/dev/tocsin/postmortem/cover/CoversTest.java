package dev.tocsin.postmortem.cover;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

import dev.tocsin.postmortem.Fixtures;
import dev.tocsin.postmortem.facts.Facts;
import dev.tocsin.postmortem.facts.Impact;
import dev.tocsin.postmortem.facts.Measurement;
import dev.tocsin.postmortem.report.Content;
import dev.tocsin.postmortem.report.Cover;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;

class CoversTest {
    private static final Facts FACTS = Measurement.of(Fixtures.incident());

    @ParameterizedTest
    @EnumSource(value = Cover.class, mode = EnumSource.Mode.EXCLUDE, names = "PLAIN")
    void everyCoverIsWholeXmlWithoutStyleScriptOrId(Cover cover) throws Exception {
        var drawn = draw(cover);
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(drawn)));
        assertThat(drawn)
                .doesNotContain("style", "script", " id=", "NaN", "Infinity")
                .contains("aria-hidden='true'");
    }

    @Test
    void aPlainReportHasNone() {
        assertThat(draw(Cover.PLAIN)).isEmpty();
    }

    @Test
    void thereIsARingForEachPageAndATileForEachMinute() {
        assertThat(count(draw(Cover.RINGS), "cv-ring")).isEqualTo(FACTS.paging().size());
        // 38 min 19 s of impact, the first 3 min 14 s of it unseen.
        assertThat(count(draw(Cover.TILES), "cv-unseen")).isEqualTo(3);
        assertThat(count(draw(Cover.TILES), "cv-impact")).isEqualTo(35);
        assertThat(draw(Cover.NUMBER)).contains(">38 min</text>");
    }

    @Test
    void itBeganAtNightInBerlinSoTheSkyHasStars() {
        assertThat(count(draw(Cover.SKY), "cv-star")).isPositive();
    }

    private static String draw(Cover cover) {
        var c = Fixtures.finished();
        var content = new Content(
                c.title(),
                "",
                "",
                "",
                c.summary(),
                List.of(),
                false,
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                cover,
                "",
                List.of());
        var impact = Impact.of(c.summary().impactStart(), Optional.empty(), FACTS);
        return Covers.of(content, FACTS, impact);
    }

    private static long count(String drawn, String cssClass) {
        return Pattern.compile("class='" + cssClass + "'")
                .matcher(drawn)
                .results()
                .count();
    }
}
