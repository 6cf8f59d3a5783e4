package dev.tocsin.postmortem.export;

/** Plain text for a place inside a line of Markdown. */
final class Inline {
    private Inline() {}

    /** On one line, with what would be a mark escaped. */
    static String text(String plain) {
        return plain.strip().replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1");
    }
}
