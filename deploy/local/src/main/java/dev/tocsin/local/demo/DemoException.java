package dev.tocsin.local.demo;

/** Why the demo data could not be loaded, in one sentence for the person who asked for it. */
public final class DemoException extends Exception {
    private static final long serialVersionUID = 1;

    DemoException(String sentence) {
        super(sentence);
    }

    DemoException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
