package dev.tocsin.oncall.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** What a person may say in a text. */
sealed interface Command {
    /** Takes one incident; without a code, the only one there is. */
    record Acknowledge(OptionalInt code) implements Command {}

    /** Closes one incident; needs its code. */
    record Resolve(int code) implements Command {}

    record Help() implements Command {}

    /** What is open for me? */
    record Status() implements Command {}

    /** The carrier's own words: it has already acted on them, we only remember. */
    record Stop() implements Command {}

    record Start() implements Command {}

    record Unclear() implements Command {}

    /** Words the carrier takes for itself; they are looked for first and never mean anything else. */
    Set<String> STOP_WORDS = Set.of("stop", "stopall", "unsubscribe", "cancel", "end", "quit", "optout", "revoke");

    Set<String> START_WORDS = Set.of("start", "yes", "unstop");

    Pattern CODED = Pattern.compile("(\\d{1,6})\\s*(acknowledge|ack|a|resolved|resolve|close|r|c)\\b");
    Pattern WORD_FIRST = Pattern.compile("(acknowledge|ack|a|resolved|resolve|close|r|c)\\s*(\\d{1,6})\\b");
    Pattern FILLER = Pattern.compile("[\\s,;.!+&]+|and\\b");

    /** The commands in a text, in order. Case, spaces, quotes, {@code #} and closing punctuation do not matter. */
    static List<Command> parse(String text) {
        var said = text.toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{Cf}\"'#“”‘’„«»()]", "")
                .strip();
        var word = said.replaceAll("[\\s.!,;]+$", "");
        if (STOP_WORDS.contains(word)) return List.of(new Stop());
        if (START_WORDS.contains(word)) return List.of(new Start());
        return switch (word) {
            case "a", "ack", "acknowledge" -> List.of(new Acknowledge(OptionalInt.empty()));
            case "help", "info", "?" -> List.of(new Help());
            case "who", "status", "list", "open" -> List.of(new Status());
            default -> coded(word);
        };
    }

    private static List<Command> coded(String said) {
        var commands = new ArrayList<Command>();
        int at = 0;
        while (at < said.length()) {
            var filler = FILLER.matcher(said).region(at, said.length());
            if (filler.lookingAt()) {
                at = filler.end();
                continue;
            }
            var coded = CODED.matcher(said).region(at, said.length());
            var wordFirst = WORD_FIRST.matcher(said).region(at, said.length());
            if (coded.lookingAt()) {
                commands.add(command(coded.group(2), coded.group(1)));
                at = coded.end();
            } else if (wordFirst.lookingAt()) {
                commands.add(command(wordFirst.group(1), wordFirst.group(2)));
                at = wordFirst.end();
            } else {
                return List.of(new Unclear());
            }
        }
        return commands.isEmpty() ? List.of(new Unclear()) : List.copyOf(commands);
    }

    private static Command command(String verb, String digits) {
        int code = Integer.parseInt(digits);
        return verb.startsWith("a") ? new Acknowledge(OptionalInt.of(code)) : new Resolve(code);
    }
}
