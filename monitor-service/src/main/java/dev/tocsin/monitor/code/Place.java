package dev.tocsin.monitor.code;

/** Where something stands in a file; lines and columns count from 1. */
public record Place(int line, int column) {
    static final Place START = new Place(1, 1);
}
