package dev.tocsin.oncall;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * The time of a rehearsal. Within it every clock of the service shows the rehearsal's moment, on the thread that plays
 * it and nowhere else, so the engine's own code can be asked what it would do then.
 */
public final class ImaginedTime {
    private static final ScopedValue<AtomicReference<Instant>> MOMENT = ScopedValue.newInstance();

    private ImaginedTime() {}

    /** Plays something that begins at {@code start}; it moves its time by setting the reference it is given. */
    public static <T> T from(Instant start, Function<AtomicReference<Instant>, T> play) {
        var moment = new AtomicReference<>(start);
        return ScopedValue.where(MOMENT, moment).call(() -> play.apply(moment));
    }

    /** The rehearsal's moment; empty in real life. */
    public static Optional<Instant> now() {
        return MOMENT.isBound() ? Optional.of(MOMENT.get().get()) : Optional.empty();
    }

    /** Is this a rehearsal? What must not wait for, or be seen by, real life asks this. */
    public static boolean rules() {
        return MOMENT.isBound();
    }
}
