package dev.tocsin.postmortem.report;

import java.util.List;
import java.util.UUID;

import dev.tocsin.postmortem.Fixtures;
import dev.tocsin.postmortem.facts.Measurement;
import dev.tocsin.postmortem.review.Gate;
import dev.tocsin.postmortem.review.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShapeTest {
    private static final UUID LUCKY = UUID.randomUUID();
    private static final Shape WITH_LUCK =
            with(new Shape.Added(LUCKY, "Where we were lucky", "", new Shape.Aim(0, 60)));

    @Test
    void theStandardShapeAsksForNothingMoreThanTheGateDoes() {
        assertThat(Shape.STANDARD.faults()).isEmpty();
        assertThat(Fixtures.finished().shapedBy(Shape.STANDARD)).isEqualTo(Fixtures.finished());
    }

    @Test
    void aShapeThatTheGateCouldNeverLetThroughIsRefused() {
        var tooLong = new Shape.Aims(
                new Shape.Aim(200, 300), new Shape.Aim(200, 300), new Shape.Aim(200, 300), new Shape.Aim(70, 110));
        var tooShort =
                new Shape.Aims(new Shape.Aim(0, 50), new Shape.Aim(0, 50), new Shape.Aim(0, 50), new Shape.Aim(0, 50));
        var backwards = new Shape.Aims(new Shape.Aim(130, 90), null, null, null);

        assertThat(fields(new Shape(null, "Long", null, tooLong, null))).containsExactly("aims");
        assertThat(fields(new Shape(null, "Short", null, tooShort, null))).containsExactly("aims");
        assertThat(fields(new Shape(null, "Back", null, backwards, null))).containsExactly("aims.issueSummary");
        assertThat(fields(new Shape(null, " ", null, null, null))).containsExactly("name");
        assertThat(fields(with(
                        new Shape.Added(UUID.randomUUID(), "Luck", "", null),
                        new Shape.Added(UUID.randomUUID(), "luck", "x".repeat(501), null))))
                .containsExactly("sections[1].title", "sections[1].guidance");
    }

    @Test
    void anAddedSectionIsAskedForByTheGateAndCountedInTheWords() {
        var facts = Measurement.of(Fixtures.incident());
        var empty = Fixtures.finished().shapedBy(WITH_LUCK);
        assertThat(Gate.missing(empty, facts, WITH_LUCK))
                .extracting(Gate.Item::field)
                .containsExactly("extras[0].text");

        var filled = extras(empty, new Content.Extra(LUCKY, "", "It was Sunday night."))
                .shapedBy(WITH_LUCK);
        assertThat(Gate.missing(filled, facts, WITH_LUCK)).isEmpty();
        assertThat(filled.extras().getFirst().title()).isEqualTo("Where we were lucky");
        assertThat(Words.of(filled).total()).isEqualTo(Words.of(empty).total() + 4);
    }

    @Test
    void aChangeOfShapeCostsNoWords() {
        var written = extras(Fixtures.finished(), new Content.Extra(LUCKY, "Luck", "It was Sunday night."));

        assertThat(written.shapedBy(Shape.STANDARD).extras())
                .extracting(Content.Extra::text)
                .containsExactly("It was Sunday night.");
        assertThat(extras(written, new Content.Extra(LUCKY, "Luck", ""))
                        .shapedBy(Shape.STANDARD)
                        .extras())
                .isEmpty();
    }

    private static List<String> fields(Shape shape) {
        return shape.faults().stream().map(Limits.Fault::field).toList();
    }

    private static Shape with(Shape.Added... sections) {
        return new Shape(null, "Own", null, null, List.of(sections));
    }

    private static Content extras(Content c, Content.Extra... extras) {
        return new Content(
                c.title(),
                c.subtitle(),
                c.hook(),
                c.tldr(),
                c.summary(),
                c.timeline(),
                c.noMisleadingPaths(),
                c.detectedHow(),
                c.rootCause(),
                c.resolution(),
                c.improvements(),
                c.tasks(),
                c.hiddenSeqs(),
                c.tags(),
                c.cover(),
                c.pullQuote(),
                List.of(extras));
    }
}
