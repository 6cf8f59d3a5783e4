package dev.tocsin.oncall.admin;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Something outside that this service depends on. Each room that speaks to one is a bean of this kind. */
public interface Connection {
    /** A word for addresses: "twilio". */
    String id();

    String title();

    /** Whether enough is set to use it. */
    boolean configured();

    /** What is set, in the words of the configuration; secrets are never among them, only whether they are set. */
    List<Setting> settings();

    /** What a live test would do, as a button's help; empty where there is none. */
    Optional<String> test();

    /** Uses it once, for the person who asks; blocks up to 15 s, outside of any transaction. */
    Tried tryFor(UUID personId);

    /** One key of the configuration and what it holds. */
    record Setting(String key, String value) {
        public static Setting of(String key, Optional<?> value) {
            return new Setting(key, value.map(Object::toString).orElse("not set"));
        }

        /** Tells only whether it is set. */
        public static Setting secret(String key, Optional<String> value) {
            return new Setting(key, value.isPresent() ? "set" : "not set");
        }
    }

    /** What came of a test; {@code said} is a sentence, with the other side's own words where it refused. */
    record Tried(boolean worked, String said) {}
}
