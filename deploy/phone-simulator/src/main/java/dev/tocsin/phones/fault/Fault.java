package dev.tocsin.phones.fault;

import java.time.Duration;

/** What goes wrong with one request to send a text. */
public sealed interface Fault {
    /** Nothing does. */
    record None() implements Fault {}

    /** The connection ends before the body is read: surely not sent. */
    record Refuse() implements Fault {}

    /** Answered with this error, surely not sent. */
    record Error(int status, int code) implements Fault {}

    /** Accepted and sent, but answered with 500: the caller cannot know. */
    record ErrorAfterAccept() implements Fault {}

    /** Accepted and sent, but the connection ends before the answer. */
    record CutAfterAccept() implements Fault {}

    /** Accepted and sent, but answered late. */
    record Slow(Duration delay) implements Fault {}
}
