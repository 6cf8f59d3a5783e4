package dev.tocsin.postmortem.compare;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import dev.tocsin.postmortem.compare.WordDiff.Kind;
import dev.tocsin.postmortem.compare.WordDiff.Part;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordDiffTest {

    @Test
    void aChangeIsShownAsTheWordsThatWentAndTheWordsThatCame() {
        assertThat(WordDiff.between(
                        "The gateway held the old certificate.", "The gateway kept the expired certificate."))
                .containsExactly(
                        new Part(Kind.SAME, "The gateway "),
                        new Part(Kind.REMOVED, "held"),
                        new Part(Kind.ADDED, "kept"),
                        new Part(Kind.SAME, " the "),
                        new Part(Kind.REMOVED, "old"),
                        new Part(Kind.ADDED, "expired"),
                        new Part(Kind.SAME, " certificate."));
    }

    @Test
    void equalTextsAreOneStretchAndEmptyOnesNone() {
        assertThat(WordDiff.between("as it was", "as it was")).containsExactly(new Part(Kind.SAME, "as it was"));
        assertThat(WordDiff.between("", "")).isEmpty();
        assertThat(WordDiff.between("", "new")).containsExactly(new Part(Kind.ADDED, "new"));
    }

    @Test
    void bothTextsCanBeReadBackFromTheDifference() {
        var random = new Random(7);
        for (var round = 0; round < 300; round++) {
            var old = text(random);
            var now = text(random);
            var parts = WordDiff.between(old, now);
            assertThat(joined(parts, Kind.ADDED)).isEqualTo(old);
            assertThat(joined(parts, Kind.REMOVED)).isEqualTo(now);
        }
    }

    private static String joined(List<Part> parts, Kind without) {
        return parts.stream()
                .filter(part -> part.kind() != without)
                .map(Part::text)
                .collect(Collectors.joining());
    }

    private static String text(Random random) {
        var words = List.of("disk", "full", "\n", "  ", "the", "the ", "—", "naïve", "😀", "");
        return random.ints(random.nextInt(20), 0, words.size())
                .mapToObj(words::get)
                .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
    }
}
