package dev.tocsin.postmortem.lint;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Asks of a task what makes it likely to be done: actionable (it begins with a verb that leaves something behind),
 * specific (its scope is clear), bounded (one can tell when it is done).
 */
final class Actions {
    private static final Pattern WEAK = Pattern.compile(
            "(?iu)^(?:(?:please|we (?:should|must|need to|will|want to)|try to) )?"
                    + "(?:investigate|look (?:at|into|after)|make sure|ensure|monitor|improve|consider|think (?:about|of|over)|explore"
                    + "|review|discuss|understand|study|evaluate|assess|analy[sz]e|examine|research|revisit|rethink|follow up|find out"
                    + "|figure out|work on|address|deal with|take care of|keep (?:an eye|track|watch)|talk (?:to|about|with)|remind"
                    + "|educate|train|tell|teach (?:people|everyone|everybody|engineers|developers|the team)|encourage|raise awareness"
                    + "|enhance|optimi[sz]e|strengthen|increase awareness|be (?:more )?\\w+|pay (?:more )?attention|remember|double-check"
                    + "|check(?! in)|try|attempt|see (?:if|whether|why|how)|debug|continue|avoid|prevent|watch|observe|spend)(?![\\p{L}])");
    private static final Pattern GENERIC = Pattern.compile(
            "(?iu)^(?:fix|solve|resolve|handle|repair|correct|tackle|mitigate)(?: up)? (?:the |this |that |all |any |these |our )?"
                    + "(?:root |underlying |main |actual |known )?(?:causes?|problems?|issues?|bugs?|errors?|it|things?|everything"
                    + "|incidents?|outages?|failures?|mess)(?![\\p{L}])");
    private static final Pattern OPEN_END = Pattern.compile(
            "(?iu)\\b(?:as needed|if (?:needed|necessary|possible|time permits)|where(?:ver)? (?:possible|needed|appropriate)"
                    + "|when(?:ever)? possible|and so on|etc\\b\\.?|asap|at some point|somehow|in general|from time to time|more often)"
                    + "(?![\\p{L}])");
    private static final Pattern NO_END = Pattern.compile(
            "(?iu)^(?:when |if |once )?(?:it|this|that|everything|the task|the work|the ticket|the issue|the problem)?"
                    + "(?:['’]?s| is| are| has been| was)?\\s*(?:all )?(?:done|finished|complete[d]?|fixed|works?|working|working (?:well|again|fine)"
                    + "|ready|better|improved|closed|merged|resolved|ok(?:ay)?|tbd|n/?a|soon|good|in place|solved|implemented)"
                    + "(?: (?:again|now|well|fine|enough|as expected))?[.!]?$");
    private static final Pattern FIRST = Pattern.compile("^[\\s\"“'(]*([\\p{L}][\\p{L}'’-]*)");
    private static final Pattern NOUN = Pattern.compile(".{3,}(?:ing|tion|sion|ment|ness|ity|ance|ence|ship|ism)s?");
    /** Nouns, articles and adjectives that tasks begin with which nobody can do. */
    private static final Set<String> NO_VERBS = words("""
            a an the we i you they it he she our their my this that these those some any all every each no more less better
            best faster slower new old proper additional further other another clear clearer stronger bigger smaller higher
            lower-level good regular automatic automated manual full partial complete missing extra runbook runbooks
            dashboard dashboards metric metrics alarm alarms docs wiki tests somebody someone everybody everyone engineers
            developers people team teams ops support there maybe perhaps possibly also not for in on at with about""");
    /** Verbs that look like nouns. */
    private static final Set<String> VERBS_AFTER_ALL = words(
            "bring mention implement document experiment supplement cement transition sequence balance ping string"
                    + " commission decommission provision version position partition condition function station reference"
                    + " enhance finance instance");

    private Actions() {}

    /** What weakens the title of a task. */
    static List<Finding> inTitle(String title) {
        var text = title.stripTrailing();
        if (text.isBlank()) return List.of();
        var lead = text.length() - text.stripLeading().length();
        var rest = text.substring(lead);
        var first = FIRST.matcher(rest);
        var weak = WEAK.matcher(rest);
        if (weak.find()) return List.of(new Finding(Rule.WEAK_VERB, lead, lead + weak.end()));
        if (!first.find()) return List.of(new Finding(Rule.NO_VERB, lead, text.length()));
        if (!isVerb(first.group(1).toLowerCase(Locale.ROOT)))
            return List.of(new Finding(Rule.NO_VERB, lead + first.start(1), lead + first.end(1)));
        var generic = GENERIC.matcher(rest);
        if (generic.find()) return List.of(new Finding(Rule.VAGUE, lead, lead + generic.end()));
        if (rest.split("\\s+").length < 3) return List.of(new Finding(Rule.VAGUE, lead, text.length()));
        var open = OPEN_END.matcher(text);
        return open.find() ? List.of(new Finding(Rule.VAGUE, open.start(), open.end())) : List.of();
    }

    /** What leaves it open when a task is done. */
    static List<Finding> inDoneWhen(String doneWhen) {
        if (doneWhen.isBlank()) return List.of();
        var lead = doneWhen.length() - doneWhen.stripLeading().length();
        if (NO_END.matcher(doneWhen.strip()).find())
            return List.of(
                    new Finding(Rule.NO_END, lead, doneWhen.stripTrailing().length()));
        var open = OPEN_END.matcher(doneWhen);
        return open.find() ? List.of(new Finding(Rule.NO_END, open.start(), open.end())) : List.of();
    }

    private static boolean isVerb(String word) {
        if (VERBS_AFTER_ALL.contains(word)) return true;
        return !NO_VERBS.contains(word) && !NOUN.matcher(word).matches();
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
