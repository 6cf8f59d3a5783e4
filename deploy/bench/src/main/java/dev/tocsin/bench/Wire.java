package dev.tocsin.bench;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** What came to the carrier. */
interface Wire {
    /** One request to send a text; {@code at} is when it arrived. */
    record Text(Instant at, String to, String body) {}

    /** Everything since the last {@link #forget()}, oldest first. */
    List<Text> texts() throws IOException, InterruptedException;

    void forget() throws IOException, InterruptedException;
}
