package dev.tocsin.monitor.probe;

import java.util.List;

import dev.tocsin.monitor.condition.Vocabulary;

/**
 * One kind of check, whole: its settings, its rules, its words, its probe. Everything else (REST, storage, sealing,
 * schedule, help) knows kinds only through this. A bean of this type is found by {@link Kinds}.
 */
public interface Kind<T extends Target> {
    /** As on the wire: "http". */
    String word();

    /** What it watches, in one line. */
    String help();

    /** The record that holds its settings. */
    Class<T> type();

    /** One line for each component of the record, for people and for schemas. */
    List<Setting> settings();

    Vocabulary vocabulary();

    /** Names every fault of the settings, each with its field. */
    void examine(T target, Faults faults);

    /** Probes once, on a fresh connection, within one total timeout. Blocks; meant for virtual threads. */
    ProbeResult probe(Question<T> question);

    /** Whether only administrators may say what is probed: where settings reach beyond a network. */
    default boolean forAdministrators() {
        return false;
    }

    /** The same settings with each secret in them changed: sealed, opened, hidden or restored. */
    default T withSecrets(T target, Change change) {
        return target;
    }

    /** What its secrets are meant for. When it changes they must be typed again, lest an edit sends them elsewhere. */
    default String audience(T target) {
        return target.host();
    }

    /** What to make of a secret. */
    @FunctionalInterface
    interface Change {
        /** @param field its path inside the target, as in {@code headers.Authorization} */
        String of(String field, String value);
    }

    /**
     * One setting.
     *
     * @param name its path inside the target
     * @param type text, number, duration, boolean, list, map, or the words to choose from as in {@code a|b}
     * @param required must be given
     * @param secret written, never read back
     */
    record Setting(String name, String type, boolean required, boolean secret, String help) {
        public static Setting required(String name, String type, String help) {
            return new Setting(name, type, true, false, help);
        }

        public static Setting optional(String name, String type, String help) {
            return new Setting(name, type, false, false, help);
        }

        public static Setting secret(String name, String help) {
            return new Setting(name, "text", false, true, help);
        }
    }
}
