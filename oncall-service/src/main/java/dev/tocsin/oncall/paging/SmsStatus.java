package dev.tocsin.oncall.paging;

import java.util.Locale;

/**
 * The carrier's status of a text. Reports come twice and out of order and carry no number, so the words are ranked: a
 * lower one never overwrites a higher one, and the last two are final.
 */
record SmsStatus(String word, int rank) {
    private static final int FINAL = 9;

    static SmsStatus of(String word) {
        var status = word.toLowerCase(Locale.ROOT);
        int rank = switch (status) {
            case "accepted", "scheduled" -> 1;
            case "queued" -> 2;
            case "sending" -> 3;
            case "sent" -> 4;
            case "partially_delivered" -> 5;
            case "delivered" -> 6;
            case "read" -> 7;
            case "undelivered", "failed", "canceled" -> FINAL;
            default -> 0;
        };
        return new SmsStatus(status, rank);
    }

    boolean follows(SmsStatus other) {
        return rank > other.rank && other.rank != FINAL && !(other.delivered() && missed());
    }

    boolean sent() {
        return rank == 4 || rank == 5;
    }

    boolean delivered() {
        return rank == 6 || rank == 7;
    }

    /** The person was not told. */
    boolean missed() {
        return rank == FINAL;
    }
}
