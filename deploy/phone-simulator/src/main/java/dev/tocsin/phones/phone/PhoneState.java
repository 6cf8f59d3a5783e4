package dev.tocsin.phones.phone;

import java.util.Optional;

/**
 * One phone, seen from outside at one moment.
 *
 * @param stopped its person has texted STOP to some sender
 * @param messages how many texts are kept
 */
public record PhoneState(
        String number, int unread, Script script, boolean stopped, int messages, Optional<Text> latest) {}
