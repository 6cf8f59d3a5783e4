package dev.tocsin.phones.call;

import java.time.Duration;

/** What the person holding a phone does by themselves when it rings. */
public sealed interface CallScript {
    /** Lets it ring; whoever looks at the page may answer by hand. */
    record Ring() implements CallScript {}

    /** Answers after a while, presses these keys one by one, and listens to the end. */
    record Answer(Duration after, String keys) implements CallScript {}

    /** Is away: a machine answers. */
    record Voicemail(Duration after) implements CallScript {}

    /** Is in another call. */
    record Busy() implements CallScript {}
}
