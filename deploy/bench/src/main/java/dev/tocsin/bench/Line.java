package dev.tocsin.bench;

/** One line of the table: what was measured, what we promise, what we aim at, and the peer's figure in the same run. */
record Line(String what, String measured, String must, String aim, String peer) {
    static final String NONE = "";

    static Line of(String what, String measured, String must, String aim) {
        return new Line(what, measured, must, aim, NONE);
    }

    Line beside(String figure) {
        return new Line(what, measured, must, aim, figure);
    }
}
