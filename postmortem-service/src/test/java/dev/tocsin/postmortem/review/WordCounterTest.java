package dev.tocsin.postmortem.review;

import java.nio.charset.StandardCharsets;

import dev.tocsin.postmortem.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordCounterTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                             | 0
            '   '                                          | 0
            one                                            | 1
            The gateway held it.                           | 4
            a well-known read-only file                    | 4
            12.5 % of 1,840 users at 10:42                 | 6
            don't and/or can’t                             | 3
            up – down — sideways…again                     | 4
            left--right ... done                           | 3
            ✓ 🔥 –                                         | 0
            naïve Zürich Łódź москва                       | 4
            **bold** _and_ ~~struck~~ `git push`           | 5
            see [the run book](https://example.com/a/b)    | 4
            <https://example.com/a?b=c>                    | 1
            https://example.com/a?b=c                      | 1
            ![a picture of it](https://example.com/a.png)  | 0
            a<b>bold</b>                                   | 1
            東京 was slow                                   | 4
            x&nbsp;y                                       | 2
            """)
    void aWordIsWhatAReaderWouldCallOne(String text, int words) {
        assertThat(WordCounter.count(text)).isEqualTo(words);
    }

    @Test
    void markersOfListsAndHeadingsAreNoWords() {
        assertThat(WordCounter.count("# Why\n\n- first point\n- second\n\n1. third\n\n> quoted words\n\n---"))
                .isEqualTo(7);
    }

    @Test
    void pastedEvidenceIsNotTheAuthorsText() {
        assertThat(WordCounter.count("It said:\n\n```\nERROR 17 out of memory\n```\n\n    indented log line\n"))
                .isEqualTo(2);
    }

    @Test
    void linesAndBlocksPartWords() {
        assertThat(WordCounter.count("one\ntwo  \nthree\n\nfour\n- five\n- six"))
                .isEqualTo(6);
    }

    @Test
    void theReportIsCountedBySectionWithoutTitleHookTldrOwnersOrLinks() {
        var words = Words.of(Fixtures.finished());

        assertThat(words.rootCauseAndResolution()).isEqualTo(240);
        assertThat(words.measures()).isEqualTo(60 + 7 + 7 + 2 * 5);
        assertThat(words.total())
                .isEqualTo(words.issueSummary() + words.timeline() + 240 + words.measures())
                .isBetween(400, 600);
        assertThat(words.readingMinutes()).isEqualTo(3);
    }

    @Test
    void theReportIsCountedTheSameWhateverBytesSurroundIt() {
        var text = new String("caf\u00e9 cafe\u0301".getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(WordCounter.count(text)).isEqualTo(2);
    }
}
