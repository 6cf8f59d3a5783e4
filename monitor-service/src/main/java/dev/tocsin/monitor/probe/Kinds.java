package dev.tocsin.monitor.probe;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds there are, in the order in which people are shown them. */
public final class Kinds {
    private final Map<String, Kind<?>> byWord = new LinkedHashMap<>();

    public Kinds(Collection<? extends Kind<?>> kinds) {
        for (var kind : kinds)
            if (byWord.put(kind.word(), kind) != null)
                throw new IllegalArgumentException("two kinds are called " + kind.word());
    }

    public List<Kind<?>> all() {
        return List.copyOf(byWord.values());
    }

    public Optional<Kind<?>> named(String word) {
        return Optional.ofNullable(byWord.get(word));
    }

    /** The kind of a target. */
    public <T extends Target> Kind<T> of(T target) {
        @SuppressWarnings("unchecked") // guarded by the line below
        var kind = (Kind<T>) byWord.get(target.kind());
        if (kind == null || !kind.type().isInstance(target))
            throw new IllegalArgumentException("no kind is registered for " + target.kind());
        return kind;
    }
}
