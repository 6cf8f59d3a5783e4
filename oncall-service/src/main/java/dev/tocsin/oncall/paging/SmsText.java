package dev.tocsin.oncall.paging;

/** Text fit for a phone, for the rooms that answer by text. */
public final class SmsText {
    private SmsText() {}

    /** In the phone's alphabet, at most so many of the 160 places. */
    public static String cut(String text, int septets) {
        return Gsm7.cut(Gsm7.transliterate(text), septets);
    }

    /** The places it takes once it is in the phone's alphabet. */
    public static int length(String text) {
        return Gsm7.septets(Gsm7.transliterate(text));
    }
}
