package dev.tocsin.monitor.condition;

import java.util.Locale;

/** What a name stands for. {@code ANY} is what only the answer can tell, as with a value inside JSON. */
public enum Type {
    NUMBER,
    DURATION,
    BYTES,
    PERCENT,
    TEXT,
    BOOLEAN,
    LIST,
    ANY;

    /** As the help says it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean measured() {
        return this == NUMBER || this == DURATION || this == BYTES || this == PERCENT;
    }

    boolean orAny(Type... others) {
        if (this == ANY) return true;
        for (var other : others) if (this == other) return true;
        return false;
    }
}
