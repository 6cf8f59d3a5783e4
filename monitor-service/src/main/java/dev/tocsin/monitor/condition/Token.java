package dev.tocsin.monitor.condition;

/**
 * One piece of a condition.
 *
 * @param text the word or symbol; of a text what stands between its quotes, unescaped
 * @param literal of a number or a text its value
 * @param start where it begins in the source, from 0; {@code end} is behind it
 */
record Token(Kind kind, String text, Value literal, int start, int end) {
    enum Kind {
        WORD,
        NUMBER,
        TEXT,
        SYMBOL,
        END
    }

    boolean is(String wordOrSymbol) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(wordOrSymbol);
    }

    /** For an error. */
    String shown() {
        return kind == Kind.END ? "the end" : kind == Kind.TEXT ? '"' + text + '"' : text;
    }
}
