package dev.tocsin.monitor.code;

/** A text that is no YAML, or more of it than we read. */
final class BadYaml extends Exception {
    private final Place place;

    BadYaml(Place place, String message) {
        super(message);
        this.place = place;
    }

    Place place() {
        return place;
    }
}
