package dev.tocsin.phones.carrier;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

import dev.tocsin.phones.phone.PhoneNumber;

/**
 * Which requests the carrier takes, by Twilio's rules and its magic test numbers. What depends on the phones (STOP) is
 * asked elsewhere.
 */
final class Acceptance {
    private static final int LONGEST_BODY = 1600;

    private Acceptance() {}

    /** A request to send a text, as it came; absent parameters are empty. */
    record Request(
            Optional<String> to,
            Optional<String> from,
            Optional<String> messagingService,
            Optional<String> body,
            Optional<String> statusCallback) {}

    /** Why not; empty when it is fine. */
    static Optional<CarrierError> refuse(Request r) {
        if (r.to().isEmpty()) return error(21604, "A 'To' phone number is required.");
        if (r.from().isEmpty() && r.messagingService().isEmpty())
            return error(21603, "A 'From' phone number is required.");
        if (r.body().isEmpty()) return error(21602, "Message body is required.");
        if (r.body().get().length() > LONGEST_BODY)
            return error(21617, "The concatenated message body exceeds the 1600 character limit");
        var sender = r.from().flatMap(Acceptance::badSender);
        if (sender.isPresent()) return sender;
        var receiver = badReceiver(r.to().get());
        if (receiver.isPresent()) return receiver;
        if (r.from().equals(r.to())) return error(21266, "'To' and 'From' number cannot be the same");
        if (r.statusCallback().isPresent() && !isUrl(r.statusCallback().get())) {
            return error(21609, "The 'StatusCallback' URL " + r.statusCallback().get() + " is not a valid URL.");
        }
        return Optional.empty();
    }

    private static Optional<CarrierError> badSender(String from) {
        return switch (from) {
            case "+15005550001" ->
                error(
                        21212,
                        "The 'From' number " + from
                                + " is not a valid phone number, shortcode, or alphanumeric sender ID.");
            case "+15005550007" ->
                error(
                        21606,
                        "The 'From' phone number provided (" + from
                                + ") is not a valid message-capable Twilio phone number for this destination.");
            case "+15005550008" ->
                error(21611, "This 'From' number " + from + " has exceeded the maximum number of queued messages.");
            default ->
                isSender(from)
                        ? Optional.empty()
                        : error(
                                21212,
                                "The 'From' number " + from
                                        + " is not a valid phone number, shortcode, or alphanumeric sender ID.");
        };
    }

    private static Optional<CarrierError> badReceiver(String to) {
        return switch (to) {
            case "+15005550002" ->
                error(
                        21612,
                        "Message cannot be sent with the current combination of 'To' (" + to
                                + ") and/or 'From' parameters.");
            case "+15005550003" ->
                error(
                        21408,
                        "Permission to send an SMS has not been enabled for the region indicated by the 'To' number: "
                                + to);
            case "+15005550004" -> error(21610, "Attempt to send to unsubscribed recipient");
            case "+15005550009" -> error(21614, "'To' number is not a valid mobile number");
            default ->
                to.equals("+15005550001") || !PhoneNumber.isValid(to)
                        ? error(21211, "Invalid 'To' Phone Number: " + to)
                        : Optional.empty();
        };
    }

    /** A long code, a short code or an alphanumeric id of up to 11 characters. */
    private static boolean isSender(String from) {
        return PhoneNumber.isValid(from)
                || from.matches("\\d{3,8}")
                || from.matches("(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}");
    }

    private static boolean isUrl(String url) {
        try {
            var uri = new URI(url);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Optional<CarrierError> error(int code, String message) {
        return Optional.of(CarrierError.badRequest(code, message));
    }
}
