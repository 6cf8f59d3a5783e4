package dev.tocsin.postmortem.search;

import java.util.List;

import dev.tocsin.postmortem.search.Snippet.Part;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SnippetTest {
    @Test
    void aMarkedTextFallsIntoHitsAndWhatStandsBetween() {
        assertThat(Snippet.of("root-cause", "the \u0002gateway\u0003 never \u0002reloaded\u0003")
                        .parts())
                .containsExactly(
                        new Part("the ", false),
                        new Part("gateway", true),
                        new Part(" never ", false),
                        new Part("reloaded", true));
    }

    @Test
    void whereTheTextGoesOnStandsAnEllipsis() {
        var whole = "At night the gateway never reloaded it.";

        assertThat(Snippet.of("hook", "the \u0002gateway\u0003 never", whole).parts())
                .containsExactly(new Part("… the ", false), new Part("gateway", true), new Part(" never …", false));
        assertThat(Snippet.of("hook", "\u0002At night\u0003 the gateway never reloaded it.", whole)
                        .parts())
                .containsExactly(new Part("At night", true), new Part(" the gateway never reloaded it.", false));
    }

    @Test
    void aMarkWithoutItsCounterpartMarksNothing() {
        var snippet = Snippet.of("hook", "half \u0002open");

        assertThat(snippet.parts()).isEqualTo(List.of(new Part("half \u0002open", false)));
        assertThat(snippet.hits()).isFalse();
    }
}
