package dev.tocsin.postmortem.image;

import java.util.Arrays;
import java.util.Optional;

/** The formats that are read, told by the first bytes. */
enum Format {
    PNG(0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A),
    JPEG(0xFF, 0xD8, 0xFF),
    /** Its first frame: a report does not blink. */
    GIF('G', 'I', 'F', '8');

    private final int[] magic;

    Format(int... magic) {
        this.magic = magic;
    }

    static Optional<Format> of(byte[] bytes) {
        return Arrays.stream(values()).filter(format -> format.begins(bytes)).findFirst();
    }

    private boolean begins(byte[] bytes) {
        if (bytes.length < magic.length) return false;
        for (int i = 0; i < magic.length; i++) {
            if (Byte.toUnsignedInt(bytes[i]) != magic[i]) return false;
        }
        return true;
    }
}
