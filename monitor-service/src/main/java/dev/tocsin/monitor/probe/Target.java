package dev.tocsin.monitor.probe;

/** What to probe and what to expect of it. */
public sealed interface Target permits HttpTarget, TcpTarget {

    /** The word for this kind on the wire and in the database. */
    String kind();

    /** The host that people would look at. */
    String host();
}
