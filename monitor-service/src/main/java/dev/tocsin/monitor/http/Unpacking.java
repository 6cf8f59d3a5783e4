package dev.tocsin.monitor.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Unpacks what was packed although we asked for it plain, and never more of it than the cap: a bomb stays small. */
final class Unpacking {
    private Unpacking() {}

    /** What cannot be unpacked, or whose end is missing, is given as far as it goes. */
    static byte[] unpacked(byte[] body, String coding) {
        return switch (coding.toLowerCase(Locale.ROOT).strip()) {
            case "gzip", "x-gzip" -> read(body, GZIPInputStream::new);
            case "deflate" -> read(body, InflaterInputStream::new);
            default -> body;
        };
    }

    private interface Opening {
        InputStream of(InputStream packed) throws IOException;
    }

    private static byte[] read(byte[] packed, Opening opening) {
        var plain = new ByteArrayOutputStream(Math.min(packed.length * 2, Body.CAP));
        try (var in = opening.of(new ByteArrayInputStream(packed))) {
            var buffer = new byte[8192];
            for (var n = in.read(buffer); n >= 0 && plain.size() < Body.CAP; n = in.read(buffer))
                plain.write(buffer, 0, Math.min(n, Body.CAP - plain.size()));
        } catch (IOException e) {
            return plain.size() == 0 ? packed : plain.toByteArray(); // cut at the cap, or never packed at all
        }
        return plain.toByteArray();
    }
}
