package dev.tocsin.monitor.http;

import java.io.ByteArrayOutputStream;

/** A body as it comes in: counted up to the cap, and kept only as far as somebody will look at it. */
final class Body {
    /** Bytes that are read; where more come the body is cut. */
    static final int CAP = 1024 * 1024;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(512);
    private final int keep;
    private int size;
    private boolean cut;

    /** @param keep how many bytes to keep, at most {@link #CAP} */
    Body(int keep) {
        this.keep = keep;
    }

    void add(byte[] bytes, int n) {
        int room = CAP - size;
        cut = cut || n > room;
        size += Math.min(n, room);
        kept.write(bytes, 0, Math.min(n, Math.min(room, keep - kept.size())));
    }

    byte[] kept() {
        return kept.toByteArray();
    }

    /** How many bytes were read. */
    int size() {
        return size;
    }

    /** Whether it went on beyond the cap. */
    boolean cut() {
        return cut;
    }
}
