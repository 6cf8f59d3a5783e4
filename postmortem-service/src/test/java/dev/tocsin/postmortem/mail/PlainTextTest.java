package dev.tocsin.postmortem.mail;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlainTextTest {
    @Test
    void tagsGoLinesStayAndSignsAreSpelledOut() {
        assertThat(PlainText.plain(
                        "<h3>Detected</h3><p>5 &lt; 6 &amp; &#39;so&#39;<br />on</p><ul><li>a</li><li>b $1</li></ul>"))
                .isEqualTo("Detected\n5 < 6 & 'so'\non\n\n- a\n- b $1");
    }

    @Test
    void theWaitDoublesUpToAnHour() {
        assertThat(Backoff.after(1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Backoff.after(3)).isEqualTo(Duration.ofMinutes(2));
        assertThat(Backoff.after(40)).isEqualTo(Duration.ofHours(1));
    }
}
