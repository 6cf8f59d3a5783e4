package dev.tocsin.postmortem.publishing;

import java.util.Map;
import java.util.regex.Pattern;

import dev.tocsin.postmortem.report.Markdown;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Markdown to HTML that may stand in anybody's page. HTML typed by authors is shown as the text it is; what the renderer
 * makes is then sifted through an allow-list, so that two independent mistakes are needed before anything runs.
 */
final class SafeHtml {
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    /** Author's headings sink below those of the report; only uploaded pictures are shown: others would call elsewhere when read. */
    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements("p", "br", "hr", "ul", "ol", "li", "strong", "em", "code", "pre", "blockquote", "a")
            .allowElements((name, attributes) -> "h4", "h1", "h2", "h3", "h4", "h5", "h6")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .matching(Pattern.compile("(?i)(?:https?://|mailto:|/[^/\\\\])\\S*"))
            .onElements("a")
            .allowAttributes("start")
            .matching(Pattern.compile("\\d{1,6}"))
            .onElements("ol")
            .allowElements((name, attributes) -> attributes.contains("src") ? name : null, "img")
            .allowAttributes("src")
            .matching(Pattern.compile(Pattern.quote(Markdown.PICTURE) + "[0-9a-f-]{36}"))
            .onElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
            .toFactory();

    private static final Map<Integer, String> ENTITIES =
            Map.of((int) '&', "&amp;", (int) '<', "&lt;", (int) '>', "&gt;", (int) '"', "&quot;", (int) '\'', "&#39;");

    private SafeHtml() {}

    static String of(String markdown) {
        return ALLOWED.sanitize(RENDERER.render(Markdown.parse(markdown))).strip();
    }

    /** Plain text for a place between tags or inside a quoted attribute. */
    static String text(String plain) {
        var escaped = new StringBuilder(plain.length() + 16);
        plain.codePoints().forEach(c -> {
            var entity = ENTITIES.get(c);
            if (entity == null) escaped.appendCodePoint(c);
            else escaped.append(entity);
        });
        return escaped.toString();
    }
}
