package dev.tocsin.monitor.probe;

/**
 * What to probe: a record, as it stands on the wire under the word of its kind and as JSON in the database. A part that
 * is left out may arrive as null and gets its usual value in the constructor.
 */
public interface Target {
    /** The word for this kind on the wire and in the database. */
    String kind();

    /** The host, or whatever else people would look at. */
    String host();
}
