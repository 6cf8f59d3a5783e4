package dev.tocsin.postmortem.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.postmortem.Fixtures;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Two people began with the same text; nothing that either wrote may be dropped unseen. */
class MergeTest {
    private static final String BASE = """
            {"title":"Checkout","rootCause":"","summary":{"zone":"UTC","howCounted":"by hand"},"hiddenSeqs":[1,2],
             "timeline":[{"id":"a","text":"It broke"},{"id":"b","text":"We looked"}],"tasks":[]}""";

    @Test
    void whatOnlyOneOfThemChangedIsTakenFromThatOne() {
        var merged = merge(with("rootCause", "\"A full disk\""), tree("""
                {"title":"Checkout was down","rootCause":"","summary":{"zone":"UTC","howCounted":"from the log"},"hiddenSeqs":[1,2],
                 "timeline":[{"id":"a","text":"It broke"},{"id":"b","text":"We looked"}],"tasks":[]}"""));

        assertThat(merged.clashes()).isEmpty();
        assertThat(merged.content().path("rootCause").asText()).isEqualTo("A full disk");
        assertThat(merged.content().path("title").asText()).isEqualTo("Checkout was down");
        assertThat(merged.content().at("/summary/howCounted").asText()).isEqualTo("from the log");
        assertThat(merged.taken()).containsExactly("Title", "How it was counted");
    }

    @Test
    void whereBothWroteMineStaysAndTheirsIsShown() {
        var merged = merge(with("rootCause", "\"My cause\""), with("rootCause", "\"Their cause\""));

        assertThat(merged.content().path("rootCause").asText()).isEqualTo("My cause");
        assertThat(merged.clashes()).singleElement().satisfies(clash -> {
            assertThat(clash.field()).isEqualTo("rootCause");
            assertThat(clash.label()).isEqualTo("Root cause");
            assertThat(clash.theirs()).isEqualTo("Their cause");
        });
    }

    @Test
    void rowsAreKnownByTheirIdAndBothNewOnesStay() {
        var merged = merge(with("timeline", """
                        [{"id":"b","text":"We looked"},{"id":"a","text":"It broke at once"},{"id":"mine","text":"I restarted"}]"""), with("timeline", """
                        [{"id":"a","text":"It broke"},{"id":"b","text":"We looked hard"},{"id":"theirs","text":"They called"}]"""));

        assertThat(merged.clashes()).isEmpty();
        assertThat(merged.content().path("timeline").findValuesAsText("text"))
                .containsExactly("We looked hard", "It broke at once", "I restarted", "They called");
    }

    @Test
    void aRowThatOneTookOutGoesUnlessTheOtherWroteInIt() {
        var untouched = merge(tree(BASE), with("timeline", "[{\"id\":\"a\",\"text\":\"It broke\"}]"));
        assertThat(untouched.content().path("timeline").findValuesAsText("id")).containsExactly("a");

        var written = merge(
                with("timeline", "[{\"id\":\"a\",\"text\":\"It broke\"},{\"id\":\"b\",\"text\":\"We looked again\"}]"),
                with("timeline", "[{\"id\":\"a\",\"text\":\"It broke\"}]"));
        assertThat(written.content().path("timeline").findValuesAsText("text")).contains("We looked again");

        var theirs = merge(
                with("timeline", "[{\"id\":\"a\",\"text\":\"It broke\"}]"),
                with("timeline", "[{\"id\":\"a\",\"text\":\"It broke\"},{\"id\":\"b\",\"text\":\"They looked\"}]"));
        assertThat(theirs.content().path("timeline").findValuesAsText("text")).contains("They looked");
    }

    @Test
    void aClashWithinARowNamesItsField() {
        var merged = merge(
                with("timeline", "[{\"id\":\"a\",\"text\":\"Mine\"},{\"id\":\"b\",\"text\":\"We looked\"}]"),
                with("timeline", "[{\"id\":\"a\",\"text\":\"Theirs\"},{\"id\":\"b\",\"text\":\"We looked\"}]"));

        assertThat(merged.clashes())
                .extracting(Merge.Clash::field, Merge.Clash::theirs)
                .containsExactly(tuple("timeline[0].text", "Theirs"));
    }

    @Test
    void listsOfPlainValuesAreSets() {
        var merged = merge(with("hiddenSeqs", "[2,5]"), with("hiddenSeqs", "[1,2,7]"));

        assertThat(merged.content().path("hiddenSeqs")).isEqualTo(tree("[2,5,7]"));
        assertThat(merged.clashes()).isEmpty();
    }

    @Test
    void withoutACommonBeginningEveryDifferenceIsAClashAndNothingIsLost() {
        var merged = Merge.of(tree("{}"), with("rootCause", "\"Mine\""), with("rootCause", "\"Theirs\""));

        assertThat(merged.clashes()).extracting(Merge.Clash::theirs).containsExactly("Theirs");
        assertThat(merged.content().path("title").asText()).isEqualTo("Checkout");
    }

    @Test
    void whatChangedIsListedInTheOrderOfTheReportAndUnknownFieldsByTheirOwnName() {
        var now = with("timeline", """
                [{"id":"a","text":"It broke"},{"id":"c","at":"2026-11-22T02:05:00Z","kind":"action","text":"We restarted","pinned":true}]""");
        var changes = Changes.between(tree(BASE), ((ObjectNode) now).put("pullQuote", "Nobody told the process"));

        assertThat(changes).extracting(Changes.Change::label).containsExactly("Timeline", "Timeline", "Pull quote");
        assertThat(changes.get(1).parts().getFirst().text())
                .isEqualTo("22 Nov 2026 02:05:00 · action · We restarted · pinned");
    }

    private static Merge.Merged merge(JsonNode mine, JsonNode theirs) {
        return Merge.of(tree(BASE), mine, theirs);
    }

    private static JsonNode with(String field, String json) {
        return ((ObjectNode) tree(BASE)).set(field, tree(json));
    }

    private static JsonNode tree(String json) {
        try {
            return Fixtures.JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
