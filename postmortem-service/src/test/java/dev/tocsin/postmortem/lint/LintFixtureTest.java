package dev.tocsin.postmortem.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the rules are worth, as a figure: on sentences written for them, and on some kept apart until they were done. */
class LintFixtureTest {
    private static final Set<String> NAMES = Set.of("asha", "ben", "chidi");
    private static final Pattern LINE = Pattern.compile("(bad|good) (blame|task): (.+)");

    private record Sentence(boolean bad, boolean task, String text) {
        boolean flagged() {
            return !(task ? Actions.inTitle(text) : List.<Finding>of()).isEmpty()
                    || !Blameless.in(text, NAMES).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"sentences.txt, 60, 0.90, 0.05", "held-out.txt, 40, 0.80, 0.05"})
    void mostOfTheBadIsCaughtAndNextToNothingOfTheGood(String file, int each, double caught, double flagged) {
        var bad = sentences(file).stream().filter(Sentence::bad).toList();
        var good = sentences(file).stream().filter(s -> !s.bad()).toList();

        var missed = bad.stream().filter(s -> !s.flagged()).toList();
        var wrong = good.stream().filter(Sentence::flagged).toList();

        assertThat(bad).hasSize(each);
        assertThat(good).hasSize(each);
        assertThat(1.0 - missed.size() / (double) each)
                .as("caught; missed: %s", missed)
                .isGreaterThanOrEqualTo(caught);
        assertThat(wrong.size() / (double) each)
                .as("flagged though good: %s", wrong)
                .isLessThan(flagged);
    }

    @Test
    void noSentenceStandsInBothFiles() {
        var tuned = sentences("sentences.txt").stream().map(Sentence::text).toList();
        assertThat(sentences("held-out.txt")).extracting(Sentence::text).doesNotContainAnyElementsOf(tuned);
    }

    private static List<Sentence> sentences(String file) {
        try (var in = LintFixtureTest.class.getResourceAsStream("/lint/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(LINE::matcher)
                    .filter(java.util.regex.Matcher::matches)
                    .map(m -> new Sentence(m.group(1).equals("bad"), m.group(2).equals("task"), m.group(3)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
