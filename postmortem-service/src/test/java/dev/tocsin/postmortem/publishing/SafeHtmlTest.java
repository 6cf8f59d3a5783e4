package dev.tocsin.postmortem.publishing;

import java.util.List;

import dev.tocsin.postmortem.Fixtures;
import dev.tocsin.postmortem.facts.Measurement;
import dev.tocsin.postmortem.report.Content;
import dev.tocsin.postmortem.report.EntryKind;
import dev.tocsin.postmortem.timeline.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SafeHtmlTest {

    @Test
    void markdownBecomesPlainHtml() {
        assertThat(SafeHtml.of("It **held** the `old` file.\n\n1. first\n2. second\n\n> said"))
                .isEqualTo(
                        "<p>It <strong>held</strong> the <code>old</code> file.</p>\n<ol><li>first</li><li>second</li></ol>\n<blockquote>\n<p>said</p>\n</blockquote>");
    }

    @Test
    void linksLeadOutWithoutTellingWhereFrom() {
        assertThat(SafeHtml.of("[log](https://logs.example/a?b=1&c=2)"))
                .contains("href=\"https://logs.example/a?b&#61;1&amp;c&#61;2\"")
                .contains("rel=\"noopener noreferrer nofollow\"");
    }

    @Test
    void headingsOfAuthorsSinkBelowThoseOfTheReport() {
        assertThat(SafeHtml.of("# Big\n\n###### small")).isEqualTo("<h4>Big</h4>\n<h4>small</h4>");
    }

    @Test
    void htmlTypedByAnAuthorIsShownAsTyped() {
        assertThat(SafeHtml.of("use <b>bold</b> tags")).isEqualTo("<p>use &lt;b&gt;bold&lt;/b&gt; tags</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "<iframe src=javascript:alert(1)></iframe>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java&#x0A;script:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
                "[x](vbscript:msgbox(1))",
                "<javascript:alert(1)>",
                "![x](javascript:alert(1))",
                "![x](https://spy.example/pixel.png)",
                "![x](x \"onerror=alert(1)\")",
                "[x](https://a.example \"\\\" onmouseover=\\\"alert(1)\")",
                "[x](https://a.example/\"onmouseover=\"alert(1))",
                "`<script>alert(1)</script>`",
                "```\"><script>alert(1)</script>\nx\n```",
                "~~~ html\" onclick=alert(1)\nx\n~~~",
                "<style>*{background:url(https://spy.example)}</style>",
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "[a]: javascript:alert(1)\n\n[a]",
                "<form action=https://spy.example><input name=q></form>",
                "<base href=//spy.example>",
                "<meta http-equiv=refresh content=\"0;url=https://spy.example\">",
                "<!--[if IE]><script>alert(1)</script><![endif]-->",
                "<![CDATA[<script>alert(1)</script>]]>"
            })
    void nothingRunsAndNothingIsFetched(String attack) {
        var html = SafeHtml.of(attack);

        assertThat(html.replaceAll("</?(p|br|hr|ul|ol|li|strong|em|code|pre|blockquote|h4)( start=\"\\d+\")? ?/?>", ""))
                .doesNotContainPattern("(?i)<(?!a href=\"https?:|/a>)")
                .doesNotContainPattern("(?i)<a[^>]*javascript")
                .doesNotContainPattern("(?i)<[^>]* on[a-z]+=");
    }

    @Test
    void everyPlaceAnAuthorCanTypeIntoIsSafe() {
        var evil = "\"><script>alert(1)</script>";
        var content = new Content(
                evil,
                evil,
                evil,
                evil,
                Fixtures.summary(),
                List.of(Fixtures.entry("2026-11-22T02:24:00Z", EntryKind.NOTE, evil)),
                false,
                evil,
                evil,
                evil,
                evil,
                List.of(new Content.Task(null, evil, evil, null, null, evil, "https://a.example/\"><script>", evil)),
                List.of(),
                List.of(evil));
        var facts = Measurement.of(
                Fixtures.incident(Fixtures.webhook().replace("Rolled back release 118", "<script>alert(2)</script>")));

        var html = Sections.of(content, facts, Timeline.merge(facts, content));

        for (var section :
                List.of(html.issueSummary(), html.timeline(), html.rootCause(), html.resolution(), html.measures()))
            assertThat(section).doesNotContain("<script").doesNotContain("\"\"><");
    }
}
