package dev.tocsin.phones.phone;

/**
 * How many parts a text is sent and billed in. GSM-7: 160 septets, or 153 a part; UCS-2: 70 code units, or 67 a part.
 * One character outside the GSM-7 alphabet turns the whole text to UCS-2.
 *
 * @param units septets for GSM-7, 16-bit code units for UCS-2
 */
public record Segments(Encoding encoding, int units, int count) {
    /** The alphabet of a text. */
    public enum Encoding {
        GSM_7("GSM-7", 160, 153),
        UCS_2("UCS-2", 70, 67);

        private final String shown;
        private final int single;
        private final int part;

        Encoding(String shown, int single, int part) {
            this.shown = shown;
            this.single = single;
            this.part = part;
        }

        public String shown() {
            return shown;
        }
    }

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** Behind an escape septet, so each takes two. */
    private static final String EXTENSION = "\f^{}\\[~]|€";

    public static Segments of(String text) {
        var septets = 0;
        for (var i = 0; i < text.length(); i++) {
            var cost = septets(text.charAt(i));
            if (cost == 0) return counted(Encoding.UCS_2, ucs2Parts(text), text.length());
            septets += cost;
        }
        return counted(Encoding.GSM_7, gsm7Parts(text), septets);
    }

    private static Segments counted(Encoding encoding, int parts, int units) {
        return new Segments(encoding, units, units <= encoding.single ? 1 : parts);
    }

    private static int septets(char c) {
        if (BASIC.indexOf(c) >= 0) return 1;
        return EXTENSION.indexOf(c) >= 0 ? 2 : 0;
    }

    /** An escape and its character stay in one part, so a part may end one septet early. */
    private static int gsm7Parts(String text) {
        var parts = 1;
        var used = 0;
        for (var i = 0; i < text.length(); i++) {
            var cost = septets(text.charAt(i));
            if (used + cost > Encoding.GSM_7.part) {
                parts++;
                used = 0;
            }
            used += cost;
        }
        return parts;
    }

    /** The two halves of a surrogate pair stay in one part. */
    private static int ucs2Parts(String text) {
        var parts = 1;
        var used = 0;
        for (var i = 0; i < text.length(); ) {
            var units = Character.charCount(text.codePointAt(i));
            if (used + units > Encoding.UCS_2.part) {
                parts++;
                used = 0;
            }
            used += units;
            i += units;
        }
        return parts;
    }
}
