package dev.tocsin.postmortem.publishing;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.tocsin.postmortem.facts.Fact;
import dev.tocsin.postmortem.facts.Facts;
import dev.tocsin.postmortem.facts.Impact;
import dev.tocsin.postmortem.report.Content;
import dev.tocsin.postmortem.timeline.Times;

/** The few figures that leaders read first, in the words that page, PDF and mail all use. */
public record Strip(String label, String value, Fact.State state) {

    static List<Strip> of(Content content, Facts facts, Impact impact) {
        var measured = Stream.of(
                line("Impact lasted", impact.total(), Times::span),
                line("Unseen for", impact.undetected(), Times::span),
                line("Time to acknowledge", facts.timeToAcknowledge(), Times::span),
                line("Time to resolve", facts.timeToResolve(), Times::span),
                line("People paged", facts.peoplePaged(), people -> String.valueOf(people.size())));
        var counted = content.summary().usersAffectedPercent().stream()
                .map(p -> new Strip(
                        "Users affected", p.stripTrailingZeros().toPlainString() + " %", Fact.State.RECORDED));
        return Stream.concat(measured, counted).toList();
    }

    /** False where there is no figure but a word for its absence. */
    public boolean measured() {
        return state == Fact.State.RECORDED;
    }

    /** A missing acknowledgement reads as such and never as zero. */
    private static <T> Strip line(String label, Fact<T> fact, Function<T, String> words) {
        var value = switch (fact.state()) {
            case RECORDED -> words.apply(fact.value());
            case PENDING -> "not yet known";
            case NOT_APPLICABLE -> "did not happen";
            case INVALID -> fact.note() == null ? "contradicts itself" : fact.note();
        };
        return new Strip(label, value, fact.state());
    }
}
