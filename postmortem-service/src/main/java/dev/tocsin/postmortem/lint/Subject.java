package dev.tocsin.postmortem.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who does it: whether the words before a verb speak of a person or of a thing. "The job failed to start" is a fact,
 * "Ben failed to check" is a reproach, and only the subject tells them apart.
 */
enum Subject {
    PERSON,
    /** "They" may be people or pods. */
    THEY,
    THING,
    /** Something that people do, such as a rollback. */
    ACTIVITY,
    UNKNOWN;

    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}'’_%-]+|[^\\s]");
    private static final int REACH = 200;

    /** People by what they do at work, never customers: what befalls customers is a fact, not a reproach. */
    static final Set<String> PEOPLE = words("""
            admin admins administrator administrators analyst architect author authors colleague colleagues contractor
            contractors crew dba dbas department dev devs developer developers devops director employee employees engineer
            engineers engineering everybody everyone expert experts guy guys head human humans i intern interns lead leader
            leaders leadership maintainer maintainers man management manager managers member members nobody no-one on-call
            oncall operator operators ops owner owners people person personnel programmer responder responders reviewer
            reviewers shift somebody someone specialist squad sre sres staff supervisor support team teams technician
            technicians tester testers vendor we woman you he she whoever trainee student consultant commander""");

    private static final Set<String> ACTIVITIES = words("""
            call change communication decision deploy deployment escalation fix handover migration release restart review
            rollback roll-back switch test testing upgrade update this all everything""");
    private static final Set<String> DETERMINERS = words(
            "the a an our their his her my your its this that these those each every any some no one's which's both another");
    private static final Set<String> PREPOSITIONS =
            words("of in on to from for at by with without within during after before under over into about between"
                    + " against via per as than since until behind near through across");
    private static final Set<String> SKIPPED = words("""
            had has have having was were is are be been being did do does didn't didn’t not never also just simply then again
            always still only even once twice later first would could should might may must will can't cannot both all
            really so too far""");
    private static final Set<String> RELATIVE = words("which that");
    private static final Set<String> BREAKS = words(
            "and or but because when while if so although though where why how what whether nor once because unless");
    private static final Set<String> SOME =
            words("one two three some none several any many most few half each all neither both lots");
    private static final Set<String> CUSTOMERS = words(
            "customer customers user users client clients visitor visitors reader readers buyers merchants those");

    /** Words for people that as often stand before a thing: the support tickets. */
    private static final Set<String> GROUPS = words(
            "support team teams on-call oncall staff human department engineering management member head lead operator vendor");
    /** Things named after those who use them: the developer portal. */
    private static final Set<String> TOOLS = words("""
            portal tool tools script scripts job jobs account accounts console dashboard dashboards page pages channel rota
            schedule guide docs list interface role token key group api settings machine laptop cluster environment""");

    private static Set<String> words(String list) {
        return Arrays.stream(list.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }

    /** The subject of the verb that begins at {@code verb}; {@code names} are lower-case given names of colleagues. */
    static Subject before(String text, int verb, Set<String> names) {
        var tokens = tokens(text.substring(Math.max(0, verb - REACH), verb));
        var at = tokens.size() - 1;
        while (at >= 0 && skipped(tokens.get(at))) at--;
        var inner = UNKNOWN;
        var insideOf = false;
        while (at >= 0) {
            var head = tokens.get(at);
            if (isBreak(head)) return inner;
            if (RELATIVE.contains(head)) return THING;
            if (head.equals("who")) return at > 0 && CUSTOMERS.contains(tokens.get(at - 1)) ? THING : PERSON;
            if (insideOf && SOME.contains(head)) return inner;
            var found = kind(head, names);
            var lone = names.contains(head) || found == THEY || isPronoun(head);
            at--;
            while (!lone && at >= 0 && isPlain(tokens.get(at))) at--;
            if (!lone && at >= 0 && DETERMINERS.contains(tokens.get(at))) at--;
            var preposition = at >= 0 && PREPOSITIONS.contains(tokens.get(at));
            if (!preposition || at == 0 || isBreak(tokens.get(at - 1))) return found;
            insideOf = tokens.get(at).equals("of");
            inner = found;
            at--;
        }
        return inner;
    }

    /** Whether the words that follow "by", "of" or "to" name a person: "by the mobile team", not "by the team's job". */
    static boolean isPerson(String phrase, Set<String> names) {
        var tokens = tokens(phrase);
        for (var i = 0; i < Math.min(tokens.size(), 5); i++) {
            var token = tokens.get(i);
            if (isBreak(token) || PREPOSITIONS.contains(token)) return false;
            var next = i + 1 < tokens.size() ? tokens.get(i + 1) : ".";
            if (names.contains(token) || isPronoun(token) && !token.equals("it")) return true;
            if (kind(token, names) == PERSON && kind(next, names) != PERSON)
                return !isPlain(next) || !GROUPS.contains(token) && !TOOLS.contains(next);
        }
        return false;
    }

    private static Subject kind(String head, Set<String> names) {
        if (PEOPLE.contains(head) || names.contains(head)) return PERSON;
        if (head.equals("they")) return THEY;
        return ACTIVITIES.contains(head) ? ACTIVITY : THING;
    }

    private static boolean isPronoun(String word) {
        return switch (word) {
            case "i", "we", "you", "he", "she", "it", "nobody", "someone", "somebody", "everyone", "everybody" -> true;
            default -> false;
        };
    }

    private static boolean skipped(String word) {
        return SKIPPED.contains(word) || word.length() > 4 && word.endsWith("ly");
    }

    private static boolean isBreak(String token) {
        return BREAKS.contains(token) || !Character.isLetterOrDigit(token.codePointAt(0));
    }

    /** A word that may stand inside a noun phrase, before its head. */
    private static boolean isPlain(String token) {
        return !isBreak(token)
                && !DETERMINERS.contains(token)
                && !PREPOSITIONS.contains(token)
                && !RELATIVE.contains(token)
                && !isPronoun(token)
                && !token.equals("who");
    }

    private static List<String> tokens(String text) {
        var tokens = new ArrayList<String>();
        var matcher = TOKEN.matcher(text.toLowerCase(Locale.ROOT).replace("no one", "no-one"));
        while (matcher.find()) tokens.add(matcher.group());
        return tokens;
    }
}
