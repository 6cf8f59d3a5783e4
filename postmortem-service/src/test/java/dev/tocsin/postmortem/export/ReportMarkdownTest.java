package dev.tocsin.postmortem.export;

import dev.tocsin.postmortem.Fixtures;
import dev.tocsin.postmortem.facts.Impact;
import dev.tocsin.postmortem.facts.Measurement;
import dev.tocsin.postmortem.timeline.Timeline;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReportMarkdownTest {
    private static final ReportMarkdown.About ABOUT =
            new ReportMarkdown.About("#42", "check_out", "critical", "Version 1.");

    @Test
    void theFileHasTheSectionsOfThePageInTheirOrder() {
        var content = Fixtures.finished("Half *of* it");
        var facts = Measurement.of(Fixtures.incident());
        var impact =
                Impact.of(content.summary().impactStart(), content.summary().impactEnd(), facts);

        var text = ReportMarkdown.of(ABOUT, content, facts, impact, Timeline.merge(facts, content));

        assertThat(text)
                .startsWith(
                        "# Half \\*of\\* it\n\n*How a renewed file was never read*\n\n> The certificate was renewed")
                .contains("- Service: check\\_out\n", "- Impact: 38 min\n", "12.5 % of users. 1,840 of 14,720")
                .contains("- **22 November 2026, 03:08** started – The old certificate expired")
                .contains("- **Reload the gateway when its certificate changes**, Payments, due 2026-12-07. Done when")
                .endsWith("---\nVersion 1.\n");
        assertThat(text.lines().filter(line -> line.startsWith("## ")))
                .containsExactly(
                        "## Issue Summary",
                        "## Timeline",
                        "## Root cause and resolution",
                        "## Corrective and preventative measures");
    }

    @Test
    void spreadsheetsRunNothing() {
        assertThat(Csv.line("=1+1", "a,\"b\"", null, -3)).isEqualTo("'=1+1,\"a,\"\"b\"\"\",,'-3\r\n");
    }
}
