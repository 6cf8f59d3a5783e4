package dev.tocsin.oncall.watch;

import java.time.Duration;
import java.util.Optional;

/** Decides when the fallback contact is told: once, again each hour while it lasts, and once when it is over. */
final class Alarm {
    private final Duration again;
    private Optional<Duration> told = Optional.empty();

    Alarm(Duration again) {
        this.again = again;
    }

    enum Say {
        TROUBLE,
        BACK,
        NOTHING
    }

    /** @param now time on any clock that only goes forward */
    Say next(boolean trouble, Duration now) {
        if (!trouble) {
            boolean wasTold = told.isPresent();
            told = Optional.empty();
            return wasTold ? Say.BACK : Say.NOTHING;
        }
        if (told.isPresent() && now.minus(again).compareTo(told.get()) < 0) return Say.NOTHING;
        told = Optional.of(now);
        return Say.TROUBLE;
    }

    /** The text did not go out: it is due again at once. */
    void unsaid() {
        told = Optional.empty();
    }
}
