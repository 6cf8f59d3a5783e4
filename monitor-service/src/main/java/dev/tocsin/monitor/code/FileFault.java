package dev.tocsin.monitor.code;

/** What is wrong with a file, and where. @param field as in {@code checks[3].http.url}; empty for the file as such */
public record FileFault(String file, int line, int column, String field, String reason) {
    static FileFault at(String file, Place place, String field, String reason) {
        return new FileFault(file, place.line(), place.column(), field, reason);
    }
}
