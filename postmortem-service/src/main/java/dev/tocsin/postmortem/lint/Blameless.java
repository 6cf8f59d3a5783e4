package dev.tocsin.postmortem.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static dev.tocsin.postmortem.lint.Rule.FAILED_TO;
import static dev.tocsin.postmortem.lint.Rule.FORGOT;
import static dev.tocsin.postmortem.lint.Rule.HINDSIGHT;
import static dev.tocsin.postmortem.lint.Rule.HUMAN_ERROR;
import static dev.tocsin.postmortem.lint.Rule.PEOPLE_FIX;
import static dev.tocsin.postmortem.lint.Rule.PERSON_BLAMED;
import static dev.tocsin.postmortem.lint.Rule.VERDICT;
import static dev.tocsin.postmortem.lint.Rule.WHY_WHO;

/**
 * Finds words that blame: it asks not only for the phrase but for who does it, so that a job may fail to start and a
 * breaker should have opened.
 */
final class Blameless {
    /** Whom a phrase must be said of before it counts. */
    private enum Of {
        ANYBODY,
        /** A person, or they. */
        PERSON,
        /** Anything but a thing with an article: only people forget, unless "the cache" did. */
        NO_THING,
        /** The words after the phrase name a person: "caused by Ben". */
        PERSON_AFTER,
        /** The words after the phrase name no thing: "was ignored by the scheduler" is a fact. */
        NO_AGENT
    }

    private record Phrase(Rule rule, Of of, Pattern pattern) {}

    private static final String NEGATIVE_NOUN =
            "fault|mistake|error|oversight|negligence|failure|incompetence|carelessness|inexperience|blunder|slip|ignorance"
                    + "|laziness|sloppiness|inattention|haste|recklessness|lack of";
    private static final String DID_NOT = "(?:did not|didn['’]t|never|does not|doesn['’]t)";
    private static final List<Phrase> PHRASES = List.of(
            // Forgetting
            phrase(
                    FORGOT,
                    Of.NO_THING,
                    "forgot|forgets|forgotten|neglect(?:s|ed)|overlook(?:s|ed)|misjudged|misread|mistyped"),
            phrase(
                    FORGOT,
                    Of.NO_AGENT,
                    "(?:was|were|been|got) (?:\\w+ )?(?:ignored|overlooked|forgotten|neglected|dismissed)"),
            phrase(FORGOT, Of.ANYBODY, "(?:" + DID_NOT + "|not|never|couldn['’]t be) (?:even )?bother(?:ed)?(?: to)?"),
            phrase(
                    FORGOT,
                    Of.ANYBODY,
                    "(?:nobody|no[- ]one|none of us|none of them|not one of them) (?:had |has |ever |even |really )*(?:thought"
                            + "|bothered|checked|cared|tested|noticed|looked|acted|read|reviewed|informed"
                            + "|reacted|followed|escalated|remembered|realised|realized)"),
            // Failing
            phrase(FAILED_TO, Of.PERSON, "fail(?:ed|s) (?:to|at|in)|neglected to"),
            phrase(
                    FAILED_TO,
                    Of.PERSON,
                    DID_NOT
                            + " (?:\\w+ly |even )?(?:check|test|verify|validate|read|follow|think|care|pay|double-check|consider"
                            + "|look|tell|inform|ask|escalate|communicate|notice|act|react|respond|listen|update|review|confirm"
                            + "|plan|pick up|answer|told|asked|checked|tested|read|escalated|followed)"),
            // Hindsight
            phrase(
                    HINDSIGHT,
                    Of.NO_THING,
                    "(?:should(?:n['’]t| not)?|ought(?:n['’]t| not)?(?: to)?) (?:also |really |at least )?have"
                            + "|should['’]ve|ought to['’]ve"),
            phrase(
                    HINDSIGHT,
                    Of.ANYBODY,
                    "(?:should|could|might|would)(?:n['’]t| not| never)? (?:\\w+ly )?have (?:\\w+ly )?been (?:\\w+ly )?(?:avoided"
                            + "|prevented|caught|noticed|spotted|foreseen|obvious|known|told|asked|informed|more careful)"),
            phrase(HINDSIGHT, Of.ANYBODY, "would(?:n['’]t| not| never)? (?:never )?have happened"),
            phrase(HINDSIGHT, Of.ANYBODY, "if only|(?:in|with|by) hindsight|(?:know|knew|known) better"),
            phrase(HINDSIGHT, Of.PERSON_AFTER, "(?<=^|[.!?] )had"),
            // Human error
            phrase(
                    HUMAN_ERROR,
                    Of.ANYBODY,
                    "(?:human|operator|user|pilot|manual|personal|engineer|administrator)['’]?s? (?:errors?|mistakes?|failures?)"
                            + "|(?:fat|clumsy)[- ]fingers?(?:ed)?|finger trouble|pebkac|(?:rookie|beginner['’]?s?|stupid|silly"
                            + "|dumb|avoidable|unforced) (?:mistakes?|errors?)"),
            phrase(
                    HUMAN_ERROR,
                    Of.ANYBODY,
                    "(?:was|were|been|got|being) (?:accidentally|mistakenly|inadvertently|erroneously|unintentionally|carelessly)"
                            + "|(?:was|were|been|got) \\w+ (?:\\w+ ){0,4}by (?:mistake|accident)"),
            phrase(
                    HUMAN_ERROR,
                    Of.NO_THING,
                    "accidentally|mistakenly|inadvertently|erroneously|unintentionally|wrongly|by mistake|by accident"),
            phrase(
                    HUMAN_ERROR,
                    Of.PERSON_AFTER,
                    "(?:mistake|error|typo|oversight|slip|failure)s? (?:made )?(?:by|of|from)"),
            // Verdicts
            phrase(
                    VERDICT,
                    Of.ANYBODY,
                    "careless(?:ly|ness)?|negligen(?:t|ce|tly)|slopp(?:y|ily|iness)|laz(?:y|ily|iness)|stupid(?:ly|ity)?|dumb"
                            + "|idiot(?:ic|s)?|incompeten(?:t|ce)|reckless(?:ly|ness)?|irresponsibl[ey]|irresponsibility|clums[yi]\\w*"
                            + "|inattentiv\\w*|unprofessional|foolish(?:ly)?|embarrassing(?:ly)?|inexcusabl[ey]|unacceptabl[ey]"
                            + "|inexperienced?|untrained|clueless|asleep at the wheel"),
            phrase(
                    VERDICT,
                    Of.ANYBODY,
                    "(?:cut|cuts|cutting) corners|(?:took|taking) shortcuts|dropp(?:ed|ing) the ball|(?:screw|mess)(?:ed|ing)"
                            + " (?:\\w+ )?up|botched|goofed|blundered|(?:no|any) common sense|lack of (?:discipline|care|attention"
                            + "|diligence|common sense|experience|skills?|professionalism|focus|ownership|responsibility|knowledge)"
                            + "|(?:not|\\w*n['’]t|without|no) (?:been )?pa(?:y|id|ying) (?:\\w+ )?attention|panick(?:ed|ing)"),
            // Naming the one
            phrase(
                    PERSON_BLAMED,
                    Of.ANYBODY,
                    "(?:is|are|was|were|be) (?:\\w+ )?to blame|guilty of|(?:person|people|those|one) responsible"),
            phrase(PERSON_BLAMED, Of.PERSON, "(?:is|are|was|were) (?:\\w+ )?(?:at fault|guilty|responsible for the)"),
            phrase(
                    PERSON_BLAMED,
                    Of.PERSON_AFTER,
                    "(?:caused|broken|triggered|introduced|provoked|rushed|missed|skipped|misconfigured|botched|delayed|ignored"
                            + "|mishandled) by|because of|due to|(?:fault|negligence|failure) of"),
            phrase(
                    PERSON_BLAMED,
                    Of.PERSON,
                    "broke|caused|dropped|missed|crashed|killed|wiped|erased|destroyed|ruined|corrupted|misconfigured|misunderstood"
                            + "|misinterpreted|ignored|delayed|wasted|rushed|skipped|bypassed|violated|disobeyed|refused|overslept"
                            + "|slept|mishandled|lacked"),
            phrase(PERSON_BLAMED, Of.PERSON, "(?:took|brought) (?:\\w+ ){1,4}down|(?:took|brought) down"),
            phrase(
                    PERSON_BLAMED,
                    Of.PERSON,
                    "(?!found|noticed|corrected|fixed|removed|replaced|restored|reverted|suspected|followed|assumed|reported)"
                            + "(?:\\w+ed|ran|sent|chose|took|put|set|wrote) (?:\\w+ )?(?:(?:to|on|in|into) )?the (?:wrong|incorrect)"),
            phrase(
                    PERSON_BLAMED,
                    Of.PERSON,
                    "(?:was|were|is|are) (?:\\w+ )?(?:too|so) (?:slow|late|busy|tired|confident|hasty)|took (?:\\w+ )?(?:too|so)"
                            + " long|made (?:a|an|the|several|many) (?:\\w+ )?(?:mistakes?|errors?)"),
            phrase(PERSON_BLAMED, Of.PERSON_AFTER, "(?:junior|unqualified|unskilled|overconfident|careless|new)(?= )"),
            // Asking for the culprit
            phrase(
                    WHY_WHO,
                    Of.PERSON_AFTER,
                    "why (?:did|didn['’]t|does|doesn['’]t|do|don['’]t|had|hadn['’]t|was|wasn['’]t|were|weren['’]t|has|hasn['’]t)"),
            phrase(WHY_WHO, Of.ANYBODY, "(?<=^|[.!?:] )who(?= [^.?!\n]{1,200}\\?)"),
            phrase(
                    WHY_WHO,
                    Of.ANYBODY,
                    "(?:find out|found out|identify|identified|determine|establish|ask|asked|wonder) who(?:m|se)?"
                            + "|whoever (?:wrote|did|made|merged|approved|deployed|pushed|changed|configured|caused|broke|forgot|built)"),
            // Asking people to be better
            phrase(
                    PEOPLE_FIX,
                    Of.PERSON,
                    "(?:should|must|needs? to|ha(?:s|ve) to) (?:\\w+ly )?(?:know|be (?:more )?(?:careful|vigilant|attentive|diligent"
                            + "|aware)|remember|learn|pay|stop|think|double-check|do better|try harder)"),
            phrase(
                    PEOPLE_FIX,
                    Of.ANYBODY,
                    "(?:be|being) more (?:careful|vigilant|attentive|diligent)|try(?:ing)? harder"));

    private final String text;
    private final Set<String> names;
    private final List<Finding> found = new ArrayList<>();

    private Blameless(String text, Set<String> names) {
        this.text = text;
        this.names = names;
    }

    /** Everything in this piece of Markdown that blames; {@code names} are lower-case given names of colleagues. */
    static List<Finding> in(String markdown, Set<String> names) {
        if (markdown.isBlank()) return List.of();
        var blameless = new Blameless(Prose.of(markdown), names);
        for (var phrase : PHRASES) blameless.search(phrase);
        blameless.searchOwners();
        return Finding.apart(blameless.found);
    }

    private void search(Phrase phrase) {
        var matcher = phrase.pattern.matcher(text);
        while (matcher.find()) {
            if (applies(phrase, matcher)) found.add(new Finding(phrase.rule, matcher.start(), matcher.end()));
        }
    }

    /** "Ben's mistake", "the team's failure". */
    private void searchOwners() {
        var matcher = OWNED.matcher(text);
        while (matcher.find()) {
            var owner = matcher.group(1).toLowerCase(Locale.ROOT);
            if (Subject.PEOPLE.contains(owner) || names.contains(owner) || OWNERS.contains(owner))
                found.add(new Finding(PERSON_BLAMED, matcher.start(), matcher.end()));
        }
    }

    private boolean applies(Phrase phrase, Matcher at) {
        return switch (phrase.of) {
            case ANYBODY -> true;
            case PERSON ->
                switch (subject(at)) {
                    case PERSON -> true;
                    case THEY, THING, ACTIVITY, UNKNOWN -> false;
                };
            case NO_THING -> subject(at) != Subject.THING;
            case PERSON_AFTER -> Subject.isPerson(after(at), names);
            case NO_AGENT ->
                !after(at).startsWith(" by ") || Subject.isPerson(after(at).substring(4), names);
        };
    }

    private Subject subject(Matcher at) {
        return Subject.before(text, at.start(), names);
    }

    private String after(Matcher at) {
        return text.substring(at.end(), Math.min(text.length(), at.end() + 80));
    }

    private static final Set<String> OWNERS = Set.of("our", "their", "his", "her", "my", "your");
    private static final Pattern OWNED = Pattern.compile(
            "(?iu)\\b([\\p{L}-]+)(?:['’]s?)? (?:own |bad |big |terrible )?(?:" + NEGATIVE_NOUN + ")\\b");

    private static Phrase phrase(Rule rule, Of of, String words) {
        return new Phrase(rule, of, Pattern.compile("(?iu)\\b(?:" + words + ")(?![\\p{L}\\p{N}])"));
    }
}
