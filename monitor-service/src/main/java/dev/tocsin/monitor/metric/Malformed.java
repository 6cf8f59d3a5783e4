package dev.tocsin.monitor.metric;

/** A page that is none of metrics. @see Exposition */
final class Malformed extends Exception {
    Malformed(int line, String what) {
        super("line %d is not as the text format wants it: %s".formatted(line, what));
    }

    Malformed(String what) {
        super(what);
    }
}
