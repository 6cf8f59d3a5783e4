package dev.tocsin.monitor.check;

/**
 * Where a check is edited in code.
 *
 * @param key what it is called there, for as long as it lives
 * @param line where it began when the file was last applied
 */
public record Origin(String key, String file, int line) {
    String words() {
        return "it is edited in code: %s, line %d".formatted(file, line);
    }
}
