package dev.tocsin.oncall.people;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import dev.tocsin.oncall.Problem;

/** Phone numbers: read as people write them, kept as E.164, shown masked. */
public final class Phones {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int SHOWN_AT_END = 4;

    private Phones() {}

    /** The number in E.164; refuses what is not a number that may exist, naming {@code field}. */
    static String read(String field, String text) {
        try {
            var number = NUMBERS.parse(text, null);
            if (NUMBERS.isValidNumber(number)) return NUMBERS.format(number, PhoneNumberFormat.E164);
        } catch (NumberParseException e) {
            throw notANumber(field);
        }
        throw notANumber(field);
    }

    /** {@code +14155550123} as {@code +1415•••0123}: enough to recognise, not enough to call. */
    public static String masked(String e164) {
        var head = Math.min(5, Math.max(0, e164.length() - SHOWN_AT_END));
        return e164.substring(0, head) + "•••" + e164.substring(Math.max(head, e164.length() - SHOWN_AT_END));
    }

    private static RuntimeException notANumber(String field) {
        return Problem.badField(field, "is not a phone number with its country code, such as +1 415 555 2671");
    }
}
