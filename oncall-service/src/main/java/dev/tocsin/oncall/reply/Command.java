package dev.tocsin.oncall.reply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

import static java.util.Map.entry;

/** What a person may say in a text. */
sealed interface Command {
    /** Takes one incident; without a code, the only one there is. */
    record Acknowledge(OptionalInt code) implements Command {}

    /** Takes everything that is open for them. */
    record AcknowledgeAll() implements Command {}

    /** Closes one incident; without a code, the only one there is and only if they have taken it. */
    record Resolve(OptionalInt code) implements Command {}

    /** Pages the next step now; without a code, of the only incident there is. */
    record Escalate(OptionalInt code) implements Command {}

    /** Silences one incident for so long; without a code, the only one there is. */
    record Snooze(OptionalInt code, Duration length) implements Command {}

    record Help() implements Command {}

    /** What is open for me? */
    record Status() implements Command {}

    /** Who has what is open for me, or who is on call? */
    record Who() implements Command {}

    /** The carrier's own words: it has already acted on them, we only remember. */
    record Stop() implements Command {}

    record Start() implements Command {}

    /** Closing everything at once is refused: it would close what came while they typed. */
    record ResolveAll() implements Command {}

    record Unclear() implements Command {}

    /** Words the carrier takes for itself; they are looked for first and never mean anything else. */
    Set<String> STOP_WORDS = Set.of("stop", "stopall", "unsubscribe", "cancel", "end", "quit", "optout", "revoke");

    Set<String> START_WORDS = Set.of("start", "yes", "unstop");

    /** More in one text than anybody types. */
    int MOST = 20;

    /** The commands in a text, in order. Case, spaces, quotes, {@code #} and punctuation do not matter. */
    static List<Command> parse(String text) {
        var said = text.toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{Cf}\"'#“”‘’„«»()]", "")
                .strip();
        var word = said.replaceAll("[\\s.!,;]+$", "");
        if (STOP_WORDS.contains(word)) return List.of(new Stop());
        if (START_WORDS.contains(word)) return List.of(new Start());
        if (word.equals("?")) return List.of(new Help());
        return switch (word.replaceAll("[?\\s]+$", "")) {
            case "help", "info", "commands" -> List.of(new Help());
            case "status", "list", "open" -> List.of(new Status());
            case "who" -> List.of(new Who());
            // PagerDuty's keys, in every thumb's memory: they never mean a code.
            case "4" -> List.of(new Acknowledge(OptionalInt.empty()));
            case "6" -> List.of(new Resolve(OptionalInt.empty()));
            default -> new Reader(word).commands();
        };
    }

    /** Reads a text word by word; letters and digits need no space between them. */
    final class Reader {
        private enum Verb {
            ACKNOWLEDGE,
            RESOLVE,
            ESCALATE,
            SNOOZE
        }

        private static final Map<String, Verb> VERBS = Map.ofEntries(
                entry("a", Verb.ACKNOWLEDGE),
                entry("ack", Verb.ACKNOWLEDGE),
                entry("acknowledge", Verb.ACKNOWLEDGE),
                entry("acknowledged", Verb.ACKNOWLEDGE),
                entry("r", Verb.RESOLVE),
                entry("resolve", Verb.RESOLVE),
                entry("resolved", Verb.RESOLVE),
                entry("close", Verb.RESOLVE),
                entry("c", Verb.RESOLVE),
                entry("e", Verb.ESCALATE),
                entry("esc", Verb.ESCALATE),
                entry("escalate", Verb.ESCALATE),
                entry("s", Verb.SNOOZE),
                entry("snooze", Verb.SNOOZE));
        private static final Set<String> MINUTES = Set.of("m", "min", "mins", "minute", "minutes");
        private static final Set<String> HOURS = Set.of("h", "hr", "hrs", "hour", "hours");
        private static final Set<String> FILLER = Set.of("and", "for", "please");
        private static final Pattern BETWEEN = Pattern.compile("[\\s,;.!+&:/-]+|(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");
        private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

        private final List<String> words = new ArrayList<>();
        private final List<Command> commands = new ArrayList<>();
        private int at;

        Reader(String said) {
            for (var word : BETWEEN.split(said)) {
                if (!word.isEmpty() && !FILLER.contains(word)) words.add(word);
            }
        }

        /** The commands, or {@link Unclear} for the whole when any part is: nothing is guessed. */
        List<Command> commands() {
            while (at < words.size()) {
                if (commands.size() >= MOST || !one()) return List.of(new Unclear());
            }
            boolean vague = commands.size() > 1 && commands.stream().anyMatch(Reader::namesNoCode);
            return commands.isEmpty() || vague ? List.of(new Unclear()) : List.copyOf(commands);
        }

        private boolean one() {
            if (is(at, "all") && verb(at + 1) != null) return all(verb(at + 1), 2);
            if (isNumber(at) && verb(at + 1) != null) return coded();
            var verb = verb(at);
            if (verb == null) return false;
            if (is(at + 1, "all")) return all(verb, 2);
            at++;
            if (verb == Verb.SNOOZE) return snooze();
            if (!isArgument(at)) return add(command(verb, OptionalInt.empty()));
            while (isArgument(at)) add(command(verb, OptionalInt.of(number(at++))));
            return true;
        }

        /** "1 a", "1 snooze 30". */
        private boolean coded() {
            var code = OptionalInt.of(number(at));
            var verb = verb(at + 1);
            at += 2;
            return verb == Verb.SNOOZE ? isNumber(at) && snoozed(code) : add(command(verb, code));
        }

        /** "snooze 30", "snooze 1 30": the second number is the length, if there is one. */
        private boolean snooze() {
            if (isArgument(at) && isArgument(at + 1)) return snoozed(OptionalInt.of(number(at++)));
            return isNumber(at) && snoozed(OptionalInt.empty());
        }

        private boolean snoozed(OptionalInt code) {
            int count = number(at++);
            boolean hours = at < words.size() && HOURS.contains(words.get(at));
            if (hours || at < words.size() && MINUTES.contains(words.get(at))) at++;
            return add(new Snooze(code, hours ? Duration.ofHours(count) : Duration.ofMinutes(count)));
        }

        private boolean all(Verb verb, int taken) {
            at += taken;
            return switch (verb) {
                case ACKNOWLEDGE -> add(new AcknowledgeAll());
                case RESOLVE -> add(new ResolveAll());
                case ESCALATE, SNOOZE -> false;
            };
        }

        private boolean add(Command command) {
            return commands.add(command);
        }

        private static Command command(Verb verb, OptionalInt code) {
            return switch (verb) {
                case ACKNOWLEDGE -> new Acknowledge(code);
                case RESOLVE -> new Resolve(code);
                case ESCALATE -> new Escalate(code);
                case SNOOZE -> throw new IllegalArgumentException("a snooze needs a length");
            };
        }

        private static boolean namesNoCode(Command command) {
            return switch (command) {
                case Acknowledge(var code) -> code.isEmpty();
                case Resolve(var code) -> code.isEmpty();
                case Escalate(var code) -> code.isEmpty();
                case Snooze snooze -> snooze.code().isEmpty();
                default -> true;
            };
        }

        /** A number that does not begin the next command. */
        private boolean isArgument(int index) {
            return isNumber(index) && verb(index + 1) == null;
        }

        private boolean isNumber(int index) {
            return index < words.size() && NUMBER.matcher(words.get(index)).matches();
        }

        private int number(int index) {
            return Integer.parseInt(words.get(index));
        }

        private boolean is(int index, String word) {
            return index < words.size() && words.get(index).equals(word);
        }

        private Verb verb(int index) {
            return index < words.size() ? VERBS.get(words.get(index)) : null;
        }
    }
}
