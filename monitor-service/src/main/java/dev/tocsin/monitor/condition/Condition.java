package dev.tocsin.monitor.condition;

import java.util.Set;
import java.util.stream.Collectors;

/** One sentence about a probe that must hold, read and ready to be judged. See {@link Grammar}. */
public final class Condition {
    /** Characters. */
    public static final int LONGEST = 500;

    private final String source;
    private final boolean degrading;
    private final Node root;

    Condition(String source, boolean degrading, Node root) {
        this.source = source;
        this.degrading = degrading;
        this.root = root;
    }

    /** @throws ConditionError with the column at which it stops making sense */
    public static Condition parse(String text, Vocabulary vocabulary) {
        var source = text.strip();
        if (source.isEmpty()) throw new ConditionError(1, "an empty condition says nothing");
        if (source.codePointCount(0, source.length()) > LONGEST)
            throw new ConditionError(LONGEST + 1, "a condition may have at most %d characters".formatted(LONGEST));
        return new Parser(source, vocabulary).condition();
    }

    public Judged judge(Facts facts) {
        var finding = root.judge(facts);
        return new Judged(source, finding.holds(), finding.said(), degrading);
    }

    /** Whether it speaks of this. */
    public boolean names(String term) {
        return terms().contains(term);
    }

    /** The names it uses. */
    public Set<String> terms() {
        return root.terms().map(Term::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it hangs on how long something took. */
    public boolean byTime() {
        return root.terms().anyMatch(Term::byTime);
    }

    /** As it was typed. */
    public String source() {
        return source;
    }
}
