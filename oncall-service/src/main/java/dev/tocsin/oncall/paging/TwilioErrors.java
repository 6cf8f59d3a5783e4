package dev.tocsin.oncall.paging;

import java.util.Set;

import dev.tocsin.oncall.paging.Courier.Delivery;

/**
 * Reads the carrier's refusals: the HTTP status first, then its code.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors">Twilio: error and warning dictionary</a>
 */
final class TwilioErrors {
    /** What a code asks of us. */
    enum Reaction {
        /** The person said STOP. */
        OPTED_OUT,
        /** This number cannot work: never again until its person mends it. */
        BAD_CONTACT,
        /** Once more, then another way. */
        ONCE_MORE,
        /** Not these words again. */
        OTHER_WORDS,
        /** Our account does not reach this number: another way, and the operator must know. */
        NOT_ALLOWED,
        /** Our account or sender is at fault: nothing goes out until somebody mends it. */
        ACCOUNT,
        /** Another way; nothing else is known. */
        ANOTHER_WAY
    }

    /** Authentication, bad or unregistered sender, suspended account, our own queue overflowing. */
    private static final Set<String> ACCOUNT =
            Set.of("20003", "20404", "21210", "21212", "21603", "21606", "21611", "22005", "30002", "30034");

    /** Countries and numbers that our account may not reach. */
    private static final Set<String> NOT_ALLOWED = Set.of("21215", "21216", "21408", "21608");

    /** With 410, which is HTTP's word for a webhook that will not come back. */
    private static final Set<String> BAD_CONTACT =
            Set.of("410", "13224", "21211", "21214", "21217", "21612", "21614", "30005", "30006");

    /** Queue overflow, handset off, unknown, expired: one more try is worth it. */
    private static final Set<String> PASSING = Set.of("30001", "30003", "30008", "30036");

    private static final Set<String> CONTENT = Set.of("30004", "30007", "30450");

    private TwilioErrors() {}

    static Delivery refused(int status, String code, String message) {
        if (status == 429 || "20429".equals(code)) return new Delivery.Throttled(message);
        if (status >= 500 || "20500".equals(code)) return new Delivery.Ambiguous("HTTP " + status + ": " + message);
        if (status == 401 || status == 403 || ACCOUNT.contains(code)) return new Delivery.AccountRefused(code, message);
        if (status == 408 || status < 400) return new Delivery.Ambiguous("HTTP " + status + ": " + message);
        return new Delivery.ContactRefused(code, message);
    }

    /** @param code null when the carrier gave none */
    static Reaction reaction(String code) {
        if (code == null) return Reaction.ANOTHER_WAY;
        if ("21610".equals(code)) return Reaction.OPTED_OUT;
        if (BAD_CONTACT.contains(code)) return Reaction.BAD_CONTACT;
        if (PASSING.contains(code)) return Reaction.ONCE_MORE;
        if (CONTENT.contains(code)) return Reaction.OTHER_WORDS;
        if (NOT_ALLOWED.contains(code)) return Reaction.NOT_ALLOWED;
        return ACCOUNT.contains(code) ? Reaction.ACCOUNT : Reaction.ANOTHER_WAY;
    }

    /** What is wrong with a number, in words for its owner. */
    static String meaning(String code) {
        return switch (code) {
            case "410" -> "the webhook says that it is gone (410)";
            case "13224", "21214" -> "the carrier cannot call this number (" + code + ")";
            case "21211", "21217" -> "the carrier says that this number does not exist (" + code + ")";
            case "21612" -> "the carrier has no route to this number (" + code + ")";
            case "21614" -> "the carrier says that this is not a mobile number (" + code + ")";
            case "30005" -> "the carrier does not know this phone (" + code + ")";
            case "30006" -> "this is a landline, which gets no texts (" + code + ")";
            default -> "the carrier does not reach it (" + code + ")";
        };
    }
}
