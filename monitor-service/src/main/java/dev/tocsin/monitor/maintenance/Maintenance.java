package dev.tocsin.monitor.maintenance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.tocsin.monitor.Rounds;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;

/**
 * What is in maintenance. The windows around the present are kept in memory, since every failing probe asks for them; a
 * window that people make counts within about a second, on every replica.
 */
@ApplicationScoped
public class Maintenance {
    private static final Duration BACK = Duration.ofHours(2);
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final Windows windows;
    private final Clock clock;
    private volatile List<Running> around = List.of();

    Maintenance(Windows windows, Clock clock) {
        this.windows = windows;
        this.clock = clock;
    }

    private record Running(Window window, Span span) {}

    /** A window that is open. @param until when this occurrence ends */
    public record Open(String name, Instant until) {}

    void start(@Observes StartupEvent event, Rounds rounds) {
        follow();
        rounds.every(Duration.ofSeconds(1), this::follow);
    }

    void follow() {
        try {
            var now = clock.instant();
            around = windows.meant(now.minus(BACK), now.plus(AHEAD)).stream()
                    .flatMap(window -> window.between(now.minus(BACK), now.plus(AHEAD)).stream()
                            .map(span -> new Running(window, span)))
                    .toList();
        } catch (RuntimeException e) {
            Log.warnf("maintenance windows could not be read, the last known ones count: %s", e.getMessage());
        }
    }

    /** The window a check is in at a moment not far from the present, the one that lasts longest. */
    public Optional<Open> at(Whose whose, Instant moment) {
        return around.stream()
                .filter(running -> running.span.holds(moment) && running.window.concerns(whose))
                .max(Comparator.comparing(running -> running.span.until()))
                .map(running -> new Open(running.window.name(), endOf(running, moment)));
    }

    /** What was in maintenance when, for as many checks as one asks about. */
    public Past during(Instant from, Instant to) {
        return new Past(windows.meant(from, to).stream()
                .flatMap(window -> window.between(from, to).stream().map(span -> new Running(window, span)))
                .sorted(Comparator.comparing(running -> running.span.from()))
                .toList());
    }

    /** The maintenance of a stretch of time. */
    public static final class Past {
        private final List<Running> all;

        private Past(List<Running> all) {
            this.all = all;
        }

        /** When a check was in maintenance, in order, perhaps overlapping. */
        public List<Span> of(Whose whose) {
            return all.stream()
                    .filter(running -> running.window.concerns(whose))
                    .map(Running::span)
                    .toList();
        }
    }

    /** What is kept in memory ends with it; the window itself may last longer. */
    private static Instant endOf(Running running, Instant moment) {
        return running.window.runningOrNext(moment).map(Span::until).orElse(running.span.until());
    }
}
