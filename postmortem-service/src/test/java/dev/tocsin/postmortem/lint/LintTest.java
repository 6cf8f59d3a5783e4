package dev.tocsin.postmortem.lint;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.tocsin.postmortem.Fixtures;
import dev.tocsin.postmortem.facts.Facts;
import dev.tocsin.postmortem.facts.Measurement;
import dev.tocsin.postmortem.report.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class LintTest {
    private static final Facts FACTS = Measurement.of(Fixtures.incident());

    @Test
    void aFinishedReportHasNothingToSayDifferently() {
        assertThat(Lint.of(Fixtures.finished(), FACTS)).isEmpty();
    }

    @Test
    void aHitNamesItsFieldItsPlaceAndWhatToSayInstead() {
        var text = "It began at noon. Ben should have raised the limit before.";

        var hits = Lint.of(withRootCause(text, "12.5"), FACTS);

        assertThat(hits).singleElement().satisfies(hit -> {
            assertThat(hit.field()).isEqualTo("rootCause");
            assertThat(hit.rule()).isEqualTo(Rule.HINDSIGHT);
            assertThat(text.substring(hit.start(), hit.end()))
                    .isEqualTo(hit.found())
                    .isEqualTo("should have");
            assertThat(hit.suggestion()).startsWith("Say what was known at the time");
        });
    }

    @Test
    void codeQuotationsAndAddressesAreNotTheAuthorsWords() {
        var text = "The log says `human error` and\n> Ben forgot it\n\nsee https://wiki.example/human-error\n\n"
                + "```\ncareless\n```\n";
        assertThat(Lint.of(withRootCause(text, "12.5"), FACTS)).isEmpty();
    }

    @Test
    void outageIsTooBigAWordWhileSomeUsersWereFine() {
        var text = "The outage lasted 38 minutes.";
        assertThat(Lint.of(withRootCause(text, "12.5"), FACTS))
                .extracting(Hit::rule, Hit::found)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Rule.OUTAGE, "outage"));
        assertThat(Lint.of(withRootCause(text, "100"), FACTS)).isEmpty();
        assertThat(Lint.of(withRootCause(text, null), FACTS)).isEmpty();
    }

    @Test
    void peopleOfTheIncidentAreKnownByTheirGivenNames() {
        assertThat(Lint.namesIn(FACTS)).contains("asha");
    }

    @Test
    void aTaskIsReadForItsVerbItsScopeAndItsEnd() {
        var tasks = List.of(
                task("Improve the checks", "it works"),
                task("Add a check of the certificate's last day", "the check runs and pages 14 days before"));
        var hits = Lint.of(withTasks(tasks), FACTS);

        assertThat(hits)
                .extracting(Hit::field, Hit::rule, Hit::found)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("tasks[0].title", Rule.WEAK_VERB, "Improve"),
                        org.assertj.core.groups.Tuple.tuple("tasks[0].doneWhen", Rule.NO_END, "it works"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Runbook for the failover           | NO_VERB   | Runbook
            the alerts                         | NO_VERB   | the
            42                                 | NO_VERB   | 42
            Fix the bug in the importer        | VAGUE     | Fix the bug
            Rename hosts                       | VAGUE     | Rename hosts
            Add retries where possible         | VAGUE     | where possible
              Look into the slow queries       | WEAK_VERB | Look into
            """)
    void whatWeakensATaskIsNamed(String title, Rule rule, String found) {
        assertThat(Actions.inTitle(title)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(title.substring(finding.start(), finding.end())).isEqualTo(found);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "p99 stays under 300 ms for a week", "the drill restores it within ten minutes"})
    void anEndThatCanBeCheckedIsLeftInPeace(String doneWhen) {
        assertThat(Actions.inDoneWhen(doneWhen)).isEmpty();
    }

    @Test
    void theLongestTextIsReadInAMomentNotInHours() {
        var text = "Who who who the engineers of the team which ".repeat(450) + "slept. The team failed to look.";
        var found = assertTimeoutPreemptively(Duration.ofMinutes(1), () -> Blameless.in(text, Lint.namesIn(FACTS)));
        assertThat(found).isNotEmpty();
    }

    private static Content withRootCause(String rootCause, String percent) {
        var c = Content.startingAs("checkout: errors", "UTC", List.of());
        var summary = new Content.Summary(
                "UTC", null, null, null, null, Optional.ofNullable(percent).map(BigDecimal::new), null, null);
        return new Content(
                c.title(), null, null, null, summary, null, false, null, rootCause, null, null, null, null, null);
    }

    private static Content withTasks(List<Content.Task> tasks) {
        return new Content("A title", null, null, null, null, null, false, null, null, null, null, tasks, null, null);
    }

    private static Content.Task task(String title, String doneWhen) {
        var model = Fixtures.task(title);
        return new Content.Task(null, title, model.owner(), null, model.due(), doneWhen, model.link(), null);
    }
}
