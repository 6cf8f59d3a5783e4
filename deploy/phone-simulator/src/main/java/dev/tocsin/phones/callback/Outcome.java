package dev.tocsin.phones.callback;

/** What came of one webhook. */
public sealed interface Outcome {
    /** The application answered. */
    record Answered(int status, String contentType, String body) implements Outcome {}

    /** Nobody was there. */
    record NotConnected(String why) implements Outcome {}

    /** Somebody was there, but no answer came in time, or it broke off. */
    record NoAnswer(String why) implements Outcome {}

    default boolean isSuccess() {
        return this instanceof Answered(var status, var _, var _) && status >= 200 && status < 300;
    }

    /** A few words for the truth log and the page. */
    default String shown() {
        return switch (this) {
            case Answered(var status, var _, var _) -> "HTTP " + status;
            case NotConnected(var why) -> "not connected: " + why;
            case NoAnswer(var why) -> "no answer: " + why;
        };
    }
}
