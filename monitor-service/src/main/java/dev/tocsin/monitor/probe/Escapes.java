package dev.tocsin.monitor.probe;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes as people type them on one line: UTF-8, with {@code \r \n \t \0 \\} and {@code \xHH} for what has no key. */
final class Escapes {
    private Escapes() {}

    /** @throws IllegalArgumentException with what is wrong */
    static byte[] bytes(String typed) {
        var out = new ByteArrayOutputStream();
        for (var i = 0; i < typed.length(); ) {
            var c = typed.codePointAt(i);
            if (c != '\\') {
                out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(c);
            } else if (i + 1 < typed.length() && typed.charAt(i + 1) == 'x') {
                out.write(hex(typed, i + 2));
                i += 4;
            } else {
                out.write(control(i + 1 < typed.length() ? typed.charAt(i + 1) : ' '));
                i += 2;
            }
        }
        return out.toByteArray();
    }

    private static int hex(String typed, int at) {
        var digits = typed.substring(Math.min(at, typed.length()), Math.min(at + 2, typed.length()));
        if (!digits.matches("[0-9A-Fa-f]{2}"))
            throw new IllegalArgumentException("has \\x without two hexadecimal digits");
        return Integer.parseInt(digits, 16);
    }

    private static int control(char c) {
        return switch (c) {
            case 'r' -> '\r';
            case 'n' -> '\n';
            case 't' -> '\t';
            case '0' -> 0;
            case '\\' -> '\\';
            default -> throw new IllegalArgumentException("knows only \\r, \\n, \\t, \\0, \\\\ and \\xHH behind a \\");
        };
    }
}
