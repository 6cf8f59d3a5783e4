package dev.tocsin.postmortem.lint;

/**
 * One place that could be said better.
 *
 * @param field a path such as {@code tasks[0].title}
 * @param start where it begins in the field's text, in UTF-16 units as Java and JavaScript count them
 * @param end where it ends, exclusive
 * @param found the words themselves
 */
public record Hit(String field, int start, int end, Rule rule, String found, String suggestion) {
    Hit(String field, Finding finding, String text) {
        this(
                field,
                finding.start(),
                finding.end(),
                finding.rule(),
                text.substring(finding.start(), finding.end()),
                finding.rule().suggestion);
    }
}
