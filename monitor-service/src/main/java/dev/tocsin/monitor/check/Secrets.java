package dev.tocsin.monitor.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.tocsin.monitor.Problem.Fault;
import dev.tocsin.monitor.probe.Kind;
import dev.tocsin.monitor.probe.Kinds;
import dev.tocsin.monitor.probe.Redaction;
import dev.tocsin.monitor.probe.Target;

/** Secrets such as passwords are written, never read back: dots go out, and dots that come back change nothing. */
final class Secrets {
    private Secrets() {}

    static <T extends Target> T hidden(T target, Kinds kinds) {
        return kinds.of(target).withSecrets(target, (_, _) -> Redaction.HIDDEN);
    }

    /**
     * What was meant: the dots replaced by what is stored in their place. Only while the audience stays the same:
     * whoever may edit a check must not be able to send its secrets elsewhere.
     */
    static <T extends Target> T restored(T sent, Target stored, Kinds kinds) {
        var kind = kinds.of(sent);
        if (!kind.type().isInstance(stored)) return sent;
        var before = kind.type().cast(stored);
        if (!kind.audience(sent).equals(kind.audience(before))) return sent;
        var known = all(kind, before);
        return kind.withSecrets(
                sent, (field, value) -> value.equals(Redaction.HIDDEN) ? known.getOrDefault(field, value) : value);
    }

    /** Secrets that are still only dots. */
    static <T extends Target> List<Fault> missing(T target, Kinds kinds) {
        var faults = new ArrayList<Fault>();
        all(kinds.of(target), target).forEach((field, value) -> {
            if (value.equals(Redaction.HIDDEN))
                faults.add(new Fault(target.kind() + "." + field, "must be sent again: its value is not kept here"));
        });
        return faults;
    }

    /** Each secret by its field. */
    static <T extends Target> Map<String, String> all(Kind<T> kind, T target) {
        var found = new HashMap<String, String>();
        kind.withSecrets(target, (field, value) -> {
            found.put(field, value);
            return value;
        });
        return found;
    }
}
