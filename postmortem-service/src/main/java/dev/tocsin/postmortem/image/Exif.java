package dev.tocsin.postmortem.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the one thing of a photo's metadata that a reader would miss: which way is up. */
final class Exif {
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final byte[] NAME = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY = 12;

    private Exif() {}

    /** 1 to 8 as the standard numbers them; 1 when nothing is said or it cannot be read. */
    static int orientation(byte[] jpeg) {
        try {
            return inSegments(ByteBuffer.wrap(jpeg));
        } catch (IndexOutOfBoundsException | IllegalArgumentException torn) {
            return 1;
        }
    }

    private static int inSegments(ByteBuffer in) {
        var at = 2;
        while (at + 4 <= in.limit() && Byte.toUnsignedInt(in.get(at)) == 0xFF) {
            var marker = Byte.toUnsignedInt(in.get(at + 1));
            if (marker == START_OF_SCAN) return 1;
            var length = Short.toUnsignedInt(in.getShort(at + 2));
            if (marker == APP1 && isExif(in, at + 4)) return inTiff(in.slice(at + 10, length - 8));
            at += 2 + length;
        }
        return 1;
    }

    private static boolean isExif(ByteBuffer in, int at) {
        var name = new byte[NAME.length];
        in.get(at, name);
        return Arrays.equals(name, NAME);
    }

    private static int inTiff(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        var entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            var entry = directory + 2 + i * ENTRY;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION)
                return Short.toUnsignedInt(tiff.getShort(entry + 8));
        }
        return 1;
    }
}
