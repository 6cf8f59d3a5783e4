package dev.tocsin.dashboard;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.tocsin.dashboard.web.Phrase;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What people read stands in message bundles, so that a second language is files and no search through pages. */
class WordsTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    /** For developers only, and full of examples. */
    private static final String CATALOGUE = "CataloguePages";

    @Test
    void noTemplateHoldsWordsOfItsOwn() throws IOException {
        var bare = new ArrayList<String>();
        for (var template : templates())
            for (var words : BareWords.in(Files.readString(template)))
                bare.add(TEMPLATES.relativize(template) + ": " + words);
        assertThat(bare).isEmpty();
    }

    @Test
    void noJavaHoldsWordsOfItsOwn() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var sources = files.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.toString().contains("/catalogue/") && !path.endsWith("English.java"))
                    .toList();
            assertThat(JavaWords.in(sources)).isEmpty();
        }
    }

    @Test
    void noScriptHoldsWordsOfItsOwn() throws IOException {
        var machines = "//.*|/\\*.*?\\*/|key [!=]== '\\w+'|className = '.*?'|Event\\('\\w+'|Accept: '.*?'|'use strict'";
        var literal = Pattern.compile("'([^'\n]*)'|`([^`\n]*)`");
        var words = Pattern.compile("\\p{Lu}\\p{Ll}.*|[^\\[\\]>]*\\p{L}{2} \\p{L}{2}[^\\[\\]>]*");
        try (var files = Files.walk(Path.of("src/main/resources/META-INF/resources/static"))) {
            for (var script :
                    files.filter(path -> path.toString().endsWith(".js")).toList())
                assertThat(literal.matcher(Files.readString(script).replaceAll(machines, ""))
                                .results()
                                .map(match ->
                                        match.group().replaceAll("['`]", "").replaceAll("\\$\\{.*?}", "xx")))
                        .as("%s", script)
                        .isNotEmpty()
                        .noneMatch(words.asMatchPredicate());
        }
    }

    @Test
    void everySentenceHasAPieceForEachOfItsPlacesAndAPlaceForEachPiece() throws IOException {
        var messages = messages();
        var wrong = new ArrayList<String>();
        for (var template : templates())
            for (var said : Said.in(Files.readString(template))) {
                var sentence = messages.get(said.message());
                var places = Phrase.of(sentence == null ? "" : sentence).places().stream()
                        .sorted()
                        .toList();
                if (!places.equals(
                        IntStream.rangeClosed(1, said.pieces()).boxed().toList()))
                    wrong.add("%s: %s has %d pieces for “%s”"
                            .formatted(TEMPLATES.relativize(template), said.message(), said.pieces(), sentence));
            }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyMessageIsUsed() throws IOException {
        var used = new StringBuilder();
        for (var template : templates()) used.append(Files.readString(template));
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList())
                used.append(Files.readString(source));
        }
        var named = found("(?=\\b(\\w+:\\w+)\\b)", used);
        var called = found("(?:\\.|::)(\\w+)\\b", used);
        var idle = messages().keySet().stream()
                .filter(name -> !named.contains(name) && !called.contains(name.substring(name.indexOf(':') + 1)))
                .toList();
        assertThat(idle).isEmpty();
    }

    private static Set<String> found(String pattern, CharSequence text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static List<Path> templates() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(Files::isRegularFile)
                    .filter(path -> !path.getParent().endsWith(CATALOGUE))
                    .sorted()
                    .toList();
        }
    }

    /** "check:since" to "since [1]", of all bundles. */
    private static Map<String, String> messages() {
        var all = new HashMap<String, String>();
        for (var type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.tocsin.dashboard")) {
            if (!type.isInterface() || !type.isAnnotatedWith(MessageBundle.class)) continue;
            var bundle = type.getAnnotationOfType(MessageBundle.class).value();
            for (Method method : type.reflect().getDeclaredMethods())
                all.put(
                        bundle + ":" + method.getName(),
                        method.getAnnotation(Message.class).value());
        }
        return all;
    }

    /** A use of {@code {#say}} and how many pieces it gives. */
    private record Said(String message, int pieces) {
        private static final Pattern STEP = Pattern.compile("\\{#say ([\\w:]+)[^}]*}|\\{#and}|\\{/say}");

        static List<Said> in(String template) {
            var found = new ArrayList<Said>();
            var open = new ArrayList<Said>();
            var step = STEP.matcher(template);
            while (step.find()) {
                if (step.group(1) != null) open.add(new Said(step.group(1), 1));
                else if (step.group().equals("{/say}")) found.add(open.removeLast());
                else
                    open.set(
                            open.size() - 1,
                            new Said(open.getLast().message(), open.getLast().pieces() + 1));
            }
            return found;
        }
    }

    /** Reads a template as a person sees it: what stands between tags, in labels, and in parameters that are shown. */
    private static class BareWords {
        private static final Set<String> NAMES = Set.of("Tocsin", "HTTP", "SHA", "UTC", "ms");
        private static final String SHOWN =
                "label|title|hint|lede|eyebrow|text|blank|yes|question|head|caption|more|placeholder|under|unit|aria|what|none|words";
        private static final Pattern WORD = Pattern.compile("[\\p{L}]{2,}");
        private static final Pattern ENTITY = Pattern.compile("&[a-z]+;");
        /** Not words: what a machine says or is told. */
        private static final Pattern OPAQUE =
                Pattern.compile("(?s)\\{!.*?!}|\\{#wrap}.*?\\{/wrap}|<(script|style|pre|code)\\b.*?</\\1>|<!--.*?-->");

        private static final Pattern SECTION_VALUE = Pattern.compile("\\s(?:" + SHOWN
                + ")=(\"[^\"]*\"|'[^']*'|(?:[^\\s()'\"]|\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\))+)");
        private static final Pattern ATTRIBUTE =
                Pattern.compile("(?<![\\w-])(?:title|aria-label|placeholder|alt|data-label|label)=\"([^\"]*)\"");
        private static final Pattern LITERAL = Pattern.compile("(?<before>.?\\s?)(?:\"([^\"]*)\"|'([^']*)')");
        private static final Pattern COUNTED = Pattern.compile("\\.(?:counted|of)\\('");

        static List<String> in(String template) {
            var found = new ArrayList<String>();
            var text = new StringBuilder();
            var source = OPAQUE.matcher(template).replaceAll("");
            int at = 0;
            while (at < source.length()) {
                if (source.charAt(at) == '\\' && at + 1 < source.length()) at += 2;
                else if (opensQute(source, at)) {
                    int end = endOfQute(source, at);
                    inQute(source.substring(at, end), found);
                    at = end;
                } else if (source.charAt(at) == '<') {
                    int end = endOfTag(source, at);
                    inTag(source.substring(at, end), found);
                    text.append('\n');
                    at = end;
                } else text.append(source.charAt(at++));
            }
            text.toString().lines().filter(BareWords::reads).map(String::strip).forEach(found::add);
            return found;
        }

        private static void inQute(String tag, List<String> found) {
            if (COUNTED.matcher(tag).find()) found.add(tag);
            else if (tag.startsWith("{#")) {
                var value = SECTION_VALUE.matcher(tag);
                while (value.find()) literals(value.group(1), found);
            } else if (tag.contains("?")) literals(tag, found);
        }

        /** Words between quotes, other than addresses and what something is compared with. */
        private static void literals(String value, List<String> found) {
            var literal = LITERAL.matcher(value);
            while (literal.find()) {
                var words = literal.group(2) == null ? literal.group(3) : literal.group(2);
                var before = literal.group("before").strip();
                if (!before.equals("=")
                        && !before.equals("(")
                        && !before.equals(",")
                        && reads(words)
                        && !example(words)) found.add(words);
                if (before.equals("(") && value.contains("str:fmt") && words.contains(" ") && reads(words))
                    found.add(words);
            }
        }

        private static void inTag(String tag, List<String> found) {
            var attribute = ATTRIBUTE.matcher(tag);
            while (attribute.find()) {
                var shown = attribute.group(1).replaceAll("\\{[^}]*}", "");
                if (reads(shown) && !example(attribute.group(1))) found.add(attribute.group());
            }
        }

        private static boolean reads(String text) {
            return WORD.matcher(ENTITY.matcher(text).replaceAll(" ").replace("%s", " "))
                    .results()
                    .anyMatch(word -> !NAMES.contains(word.group()));
        }

        /** "https://example.org/health", "30s", "shop.example": the same in every language. */
        private static boolean example(String value) {
            return !value.strip().contains(" ") && value.matches(".*[.:/@_\\d].*");
        }

        private static boolean opensQute(String source, int at) {
            return source.charAt(at) == '{' && at + 1 < source.length() && "#/@(".indexOf(source.charAt(at + 1)) >= 0
                    || source.charAt(at) == '{'
                            && at + 1 < source.length()
                            && Character.isLetter(source.charAt(at + 1));
        }

        private static int endOfQute(String source, int from) {
            char quote = 0;
            for (int at = from + 1; at < source.length(); at++) {
                char c = source.charAt(at);
                if (quote != 0) quote = c == quote ? 0 : quote;
                else if (c == '"' || c == '\'') quote = c;
                else if (c == '}') return at + 1;
            }
            return source.length();
        }

        private static int endOfTag(String source, int from) {
            char quote = 0;
            for (int at = from + 1; at < source.length(); at++) {
                char c = source.charAt(at);
                if (opensQute(source, at)) at = endOfQute(source, at) - 1;
                else if (quote != 0) quote = c == quote ? 0 : quote;
                else if (c == '"' || c == '\'') quote = c;
                else if (c == '>') return at + 1;
            }
            return source.length();
        }
    }
}
