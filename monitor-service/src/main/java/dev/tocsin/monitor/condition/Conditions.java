package dev.tocsin.monitor.condition;

import java.util.List;
import java.util.stream.IntStream;

/** All that must hold of one check, in the order in which people wrote it. Equal when the texts are. */
public final class Conditions {
    public static final int MOST = 20;
    public static final Conditions NONE = new Conditions(List.of());

    private final List<Condition> all;

    private Conditions(List<Condition> all) {
        this.all = List.copyOf(all);
    }

    /** @throws ConditionError about the first that cannot be read */
    public static Conditions parse(List<String> texts, Vocabulary vocabulary) {
        if (texts.isEmpty()) return NONE;
        return new Conditions(
                texts.stream().map(text -> Condition.parse(text, vocabulary)).toList());
    }

    /**
     * @param all in order
     * @param byTime a condition that does not hold hangs on how long something took
     */
    public record Judgement(List<Judged> all, boolean byTime) {
        public static final Judgement NONE = new Judgement(List.of(), false);
    }

    public Judgement judge(Facts facts) {
        if (all.isEmpty()) return Judgement.NONE;
        var judged = all.stream().map(condition -> condition.judge(facts)).toList();
        var byTime = IntStream.range(0, judged.size())
                .anyMatch(i -> !judged.get(i).holds() && all.get(i).byTime());
        return new Judgement(judged, byTime);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Whether one of them speaks of this. */
    public boolean name(String term) {
        return all.stream().anyMatch(condition -> condition.names(term));
    }

    /** As they were typed. */
    public List<String> texts() {
        return all.stream().map(Condition::source).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Conditions conditions && texts().equals(conditions.texts());
    }

    @Override
    public int hashCode() {
        return texts().hashCode();
    }

    @Override
    public String toString() {
        return texts().toString();
    }
}
