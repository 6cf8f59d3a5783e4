package dev.tocsin.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What the person who typed {@code ./tocsin up} sees. */
final class Terminal {
    private final PrintStream out;
    private final PrintStream err;

    Terminal(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    /** One step done, with what it took. */
    void done(String what, String outcome, Duration took) {
        say(String.format(Locale.ROOT, "  %-20s %-8s %5.1f s", what, outcome, took.toMillis() / 1000.0));
    }

    synchronized void refuse(Refusal refusal) {
        refusal.evidence().forEach(line -> err.println("  | " + line));
        err.println("tocsin: " + refusal.getMessage());
        err.flush();
    }

    /** Asks and waits for y or yes; everything else is a no. */
    boolean confirms(String question) {
        out.print(question + " [y/N] ");
        out.flush();
        var answer = System.console().readLine();
        return answer != null && List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
    }

    boolean isInteractive() {
        return System.console() != null && System.console().isTerminal();
    }
}
