package dev.tocsin.monitor.heartbeat;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One call.
 *
 * @param exitCode where the job sent it
 * @param run tells runs apart that overlap; the job chooses it
 * @param body what came with it, cut and redacted
 * @param address who called
 */
record Signal(
        Kind kind,
        Optional<Integer> exitCode,
        Optional<UUID> run,
        Optional<String> body,
        Optional<String> address,
        Optional<String> agent) {
    private static final int LAST_LINE = 160;

    /** What a call says. */
    enum Kind {
        START,
        SUCCESS,
        FAIL,
        LOG;

        /** The word on the wire and in the database. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why it failed, in words: its exit code and the last line it wrote. */
    String failure() {
        var what = exitCode.map(code -> "exit code " + code).orElse("the job said that it failed");
        return body.flatMap(Signal::lastLine).map(line -> what + ": " + line).orElse(what);
    }

    private static Optional<String> lastLine(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce((_, last) -> last)
                .map(line -> line.length() <= LAST_LINE ? line : line.substring(0, LAST_LINE - 1) + "…");
    }
}
