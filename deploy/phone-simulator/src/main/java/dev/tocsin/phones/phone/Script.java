package dev.tocsin.phones.phone;

import java.time.Duration;

/** What the person holding a phone does by themselves when a text arrives. */
public sealed interface Script {
    /** Sleeps on; whoever looks at the page may answer by hand. */
    record Ignore() implements Script {}

    /** Answers after a while; {@code {code}} in the body becomes the acknowledge code found in the text, {@code {resolve}} the resolve code. */
    record Reply(Duration after, String body) implements Script {}

    /** Texts STOP after a while, and gets nothing more. */
    record Stop(Duration after) implements Script {}

    /** The phone is off or unknown: the text ends in {@code status} with the carrier's error code. */
    record Unreachable(Status status, int error) implements Script {}
}
