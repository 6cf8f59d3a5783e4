package dev.tocsin.oncall.paging;

import java.util.Set;

import dev.tocsin.oncall.paging.Courier.Delivery;

/**
 * Reads the carrier's refusals: the HTTP status first, then its code.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors">Twilio: error and warning dictionary</a>
 */
final class TwilioErrors {
    /** Authentication, bad or unregistered sender, suspended account. */
    private static final Set<String> ACCOUNT =
            Set.of("20003", "20404", "21212", "21606", "21603", "21611", "30002", "30034");

    private static final String OPTED_OUT = "21610";

    /** Queue overflow, handset off, unknown, expired: one more try is worth it. */
    private static final Set<String> PASSING = Set.of("30001", "30003", "30008", "30036");

    private TwilioErrors() {}

    static Delivery refused(int status, String code, String message) {
        if (status == 429 || "20429".equals(code)) return new Delivery.Throttled(message);
        if (status >= 500 || "20500".equals(code)) return new Delivery.Ambiguous("HTTP " + status + ": " + message);
        if (status == 401 || status == 403 || ACCOUNT.contains(code)) return new Delivery.AccountRefused(code, message);
        if (status == 408 || status < 400) return new Delivery.Ambiguous("HTTP " + status + ": " + message);
        return new Delivery.ContactRefused(code, message, optedOut(code));
    }

    static boolean optedOut(String code) {
        return OPTED_OUT.equals(code);
    }

    static boolean passing(String code) {
        return code != null && PASSING.contains(code);
    }
}
