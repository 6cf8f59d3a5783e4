package dev.tocsin.oncall.notice;

import java.time.Duration;

/** What came of one request to a receiver. */
sealed interface Post {
    Duration took();

    record Answered(int status, String body, Duration took) implements Post {}

    record Broken(String why, Duration took) implements Post {}

    default boolean delivered() {
        return this instanceof Answered answer && answer.status() / 100 == 2;
    }

    /** The receiver says that it is gone for good. */
    default boolean gone() {
        return this instanceof Answered answer && answer.status() == 410;
    }

    default String inWords() {
        return switch (this) {
            case Answered answered -> "HTTP " + answered.status();
            case Broken broken -> broken.why();
        };
    }
}
