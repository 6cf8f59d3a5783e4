package dev.tocsin.dashboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What Qute takes without a word, and nobody means. */
class TemplatesTest {
    /** A section's parameter is a plain text: an expression inside the quotes reaches the page as it stands. */
    private static final Pattern EXPRESSION_IN_TEXT =
            Pattern.compile("\\{#\\w+(?:\\s(?:[^{}\"]|\"[^\"]*\")*?)?\\s\\w+=\"[^\"{}]*(?<!\\\\)\\{[^\"]*\"");

    @Test
    void noSectionIsGivenAnExpressionInsideAText() throws IOException {
        var wrong = new ArrayList<String>();
        try (var templates = Files.walk(Path.of("src/main/resources/templates"))) {
            for (var template : templates.filter(Files::isRegularFile).toList()) {
                var found = EXPRESSION_IN_TEXT.matcher(Files.readString(template));
                while (found.find()) wrong.add(template + ": " + found.group());
            }
        }
        assertThat(wrong).isEmpty();
    }
}
