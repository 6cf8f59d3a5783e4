package dev.tocsin.oncall.egress;

/** What became of one POST. */
public sealed interface Posted {
    /** Somebody answered; nothing of the answer but its status is kept. */
    record Answered(int status) implements Posted {}

    /** The address is one we do not call. */
    record Refused(String reason) implements Posted {}

    /** No connection was made, so nothing was sent. */
    record NotSent(String reason) implements Posted {}

    /** It may or may not have arrived. */
    record NoAnswer(String reason) implements Posted {}
}
