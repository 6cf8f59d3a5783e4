package dev.tocsin.oncall.paging;

import java.text.Normalizer;
import java.util.Map;

/**
 * The alphabet of a text message (GSM 03.38). One character outside of it turns the whole text into UCS-2 and its 160
 * places into 70, so ours are transliterated and counted here.
 */
final class Gsm7 {
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    /** These take two places: an escape and a character. */
    private static final String EXTENDED = "^{}\\[~]|€";

    private static final Map<Integer, String> SPELLED = Map.ofEntries(
            Map.entry((int) '\u2018', "'"),
            Map.entry((int) '\u2019', "'"),
            Map.entry((int) '\u201a', "'"),
            Map.entry((int) '\u2032', "'"),
            Map.entry((int) '`', "'"),
            Map.entry((int) '\u201c', "\""),
            Map.entry((int) '\u201d', "\""),
            Map.entry((int) '\u201e', "\""),
            Map.entry((int) '\u00ab', "\""),
            Map.entry((int) '\u00bb', "\""),
            Map.entry((int) '\u2010', "-"),
            Map.entry((int) '\u2011', "-"),
            Map.entry((int) '\u2012', "-"),
            Map.entry((int) '\u2013', "-"),
            Map.entry((int) '\u2014', "-"),
            Map.entry((int) '\u2212', "-"),
            Map.entry((int) '\u2026', "..."),
            Map.entry((int) '\u2192', "->"),
            Map.entry((int) '\u2190', "<-"),
            Map.entry((int) '\u2264', "<="),
            Map.entry((int) '\u2265', ">="),
            Map.entry((int) '\u00d7', "x"),
            Map.entry((int) '\u00b5', "u"),
            Map.entry((int) '\u03bc', "u"),
            Map.entry((int) '\u00b0', "deg"),
            Map.entry((int) '\u2022', "*"),
            Map.entry((int) '\u0153', "oe"),
            Map.entry((int) '\u0152', "OE"),
            Map.entry((int) '\u0142', "l"),
            Map.entry((int) '\u0141', "L"),
            Map.entry((int) '\u0131', "i"),
            Map.entry((int) '\u0111', "d"),
            Map.entry((int) '\u0110', "D"),
            Map.entry((int) '\u00f0', "d"),
            Map.entry((int) '\u00fe', "th"));

    private Gsm7() {}

    /**
     * The text in this alphabet, on one line: accents the alphabet lacks are dropped, Cyrillic and typographic marks spelled, control
     * and direction characters removed, white space folded, anything else becomes a question mark.
     */
    static String transliterate(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(out, c));
        return out.toString().strip().replaceAll(" {2,}", " ");
    }

    /** Places the text takes, of the 160 in one message. Only for text that was transliterated. */
    static int septets(String text) {
        return text.chars().map(c -> EXTENDED.indexOf(c) >= 0 ? 2 : 1).sum();
    }

    /** The longest beginning that takes at most so many places; a cut is shown by two dots. */
    static String cut(String text, int septets) {
        if (septets(text) <= septets) return text;
        int room = septets - 2;
        int end = 0;
        while (end < text.length()) {
            int next = EXTENDED.indexOf(text.charAt(end)) >= 0 ? 2 : 1;
            if (next > room) break;
            room -= next;
            end++;
        }
        return end == 0 ? "" : text.substring(0, end).stripTrailing() + "..";
    }

    static boolean fits(String text) {
        return text.chars().allMatch(Gsm7::known);
    }

    private static void append(StringBuilder out, int c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            out.append(' ');
        } else if (known(c)) {
            out.append((char) c);
        } else if (SPELLED.containsKey(c)) {
            out.append(SPELLED.get(c));
        } else if (Cyrillic.knows(c)) {
            out.append(Cyrillic.latin(c));
        } else if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || isMark(c)) {
            return;
        } else {
            out.append(withoutAccents(c));
        }
    }

    private static String withoutAccents(int c) {
        var plain = new StringBuilder();
        Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
                .codePoints()
                .filter(Gsm7::known)
                .forEach(plain::appendCodePoint);
        return plain.isEmpty() ? "?" : plain.toString();
    }

    private static boolean isMark(int c) {
        var type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean known(int c) {
        return c != '\r' && (BASIC.indexOf(c) >= 0 || EXTENDED.indexOf(c) >= 0);
    }
}
