package dev.tocsin.monitor.condition;

import java.util.Optional;
import java.util.stream.Stream;

/** A unit behind a number, and what it makes of it: lengths of time become seconds, sizes become bytes. */
enum Unit {
    MILLISECOND("ms", Type.DURATION, 0.001),
    SECOND("s", Type.DURATION, 1),
    MINUTE("m", Type.DURATION, 60),
    HOUR("h", Type.DURATION, 3600),
    DAY("d", Type.DURATION, 86_400),
    BYTE("B", Type.BYTES, 1),
    KILOBYTE("kB", Type.BYTES, 1e3),
    MEGABYTE("MB", Type.BYTES, 1e6),
    GIGABYTE("GB", Type.BYTES, 1e9),
    TERABYTE("TB", Type.BYTES, 1e12),
    KIBIBYTE("KiB", Type.BYTES, 1024),
    MEBIBYTE("MiB", Type.BYTES, 1024 * 1024),
    GIBIBYTE("GiB", Type.BYTES, 1024.0 * 1024 * 1024),
    TEBIBYTE("TiB", Type.BYTES, 1024.0 * 1024 * 1024 * 1024),
    PERCENT("%", Type.PERCENT, 1);

    static final String ALL = "ms, s, m, h, d, B, kB, MB, GB, TB, KiB, MiB, GiB, TiB, %";

    final String word;
    final Type type;
    final double factor;

    Unit(String word, Type type, double factor) {
        this.word = word;
        this.type = type;
        this.factor = factor;
    }

    static Optional<Unit> of(String word) {
        return Stream.of(values()).filter(unit -> unit.word.equals(word)).findFirst();
    }
}
