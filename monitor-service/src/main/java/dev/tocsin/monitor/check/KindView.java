package dev.tocsin.monitor.check;

import java.util.List;

import dev.tocsin.monitor.condition.Term;
import dev.tocsin.monitor.condition.Vocabulary;
import dev.tocsin.monitor.probe.Kind;

/** One kind of check, described. */
public record KindView(
        String kind, String help, List<Kind.Setting> settings, List<Name> names, List<Vocabulary.Example> examples) {

    /**
     * A name for conditions.
     *
     * @param form as it is typed: {@code status}, {@code header("content-type")}
     * @param type number, duration, bytes, percent, text, boolean, list or any
     */
    public record Name(String name, String form, String type, String help) {
        static Name of(Term term) {
            return new Name(term.name(), term.form(), term.type().word(), term.help());
        }
    }

    static KindView of(Kind<?> kind) {
        return new KindView(
                kind.word(),
                kind.help(),
                kind.settings(),
                kind.vocabulary().terms().stream().map(Name::of).toList(),
                kind.vocabulary().examples());
    }
}
