package dev.tocsin.oncall.story;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Where a class of stories begins; each carries {@code @QuarkusTest} and the database itself. A story fails when somebody in it got a text that it did not ask for, or when a line
 * of level ERROR was logged meanwhile.
 */
abstract class Stories {
    @Inject
    Story story;

    @BeforeEach
    void once() {
        story.begins();
    }

    @AfterEach
    void theEnd() {
        story.ends();
    }

    Somebody person(String name) {
        return story.person(name);
    }

    /** A team of these people, whose name is made unique. */
    Crowd team(String name, Somebody... members) {
        return story.team(name, members);
    }

    static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }

    static Duration hours(long hours) {
        return Duration.ofHours(hours);
    }

    /** Time passes at once, and the engine does all that is due by then. */
    void after(Duration time) {
        story.after(time);
    }

    /** Sets the clock: an ISO local time and the zone it is read in. */
    void itIs(String local, String zone) {
        story.itIs(local, zone);
    }
}
