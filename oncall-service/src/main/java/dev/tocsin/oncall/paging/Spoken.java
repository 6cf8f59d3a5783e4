package dev.tocsin.oncall.paging;

import java.util.Collections;

/** Text for a voice: TwiML that reads it out. Whatever the text, the document stays well-formed. */
public final class Spoken {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    /** Twilio takes at most 4000 characters of TwiML in a request. */
    private static final int LONGEST = 1_200;

    private Spoken() {}

    /** Says the text so many times, then hangs up. */
    static String readOut(String text, int times) {
        return HEAD + "<Response>"
                + String.join("<Pause length=\"1\"/>", Collections.nCopies(times, say(text)))
                + "<Hangup/></Response>";
    }

    public static String say(String text) {
        return "<Say>" + escaped(text) + "</Say>";
    }

    /** The document around verbs. */
    public static String response(String verbs) {
        return HEAD + "<Response>" + verbs + "</Response>";
    }

    /** Digits one by one, as a voice should read a code. */
    public static String digits(String code) {
        return String.join(", ", code.split(""));
    }

    /** For XML: markup escaped, what XML cannot hold left out, cut to a length that somebody listens to. */
    public static String escaped(String text) {
        var out = new StringBuilder();
        text.codePoints().limit(LONGEST).filter(Spoken::speakable).forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private static boolean speakable(int c) {
        return c == '\n'
                || !Character.isISOControl(c)
                        && Character.getType(c) != Character.FORMAT
                        && Character.getType(c) != Character.SURROGATE
                        && c != 0xFFFE
                        && c != 0xFFFF;
    }
}
