package dev.tocsin.phones.phone;

import java.util.regex.Pattern;

/** The shape of an E.164 number; whether anybody has it is not the carrier's question. */
public final class PhoneNumber {
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

    private PhoneNumber() {}

    public static boolean isValid(String number) {
        return E164.matcher(number).matches();
    }
}
