package dev.tocsin.local;

import java.util.List;

/** Why we do not go on: one sentence for the person at the terminal, and the log lines that show it, if any. */
final class Refusal extends Exception {
    private final List<String> evidence;

    Refusal(String sentence) {
        this(sentence, List.of());
    }

    Refusal(String sentence, List<String> evidence) {
        super(sentence);
        this.evidence = List.copyOf(evidence);
    }

    List<String> evidence() {
        return evidence;
    }
}
