package dev.tocsin.oncall.paging;

import java.util.Locale;

/** The carrier's status of a call, ranked as reports overtake each other: a lower one never overwrites a higher one. */
record CallStatus(String word, int rank) {

    static CallStatus of(String word) {
        var status = word.toLowerCase(Locale.ROOT);
        int rank = switch (status) {
            case "queued", "initiated" -> 1;
            case "ringing" -> 2;
            case "in-progress", "answered" -> 3;
            case "machine", "heard" -> 4;
            case "completed", "busy", "no-answer", "failed", "canceled" -> 5;
            default -> 0;
        };
        return new CallStatus(status, rank);
    }

    boolean over() {
        return rank == 5;
    }

    /** Somebody may pick up if it rings once more. */
    boolean worthAnotherTry() {
        return word.equals("busy") || word.equals("no-answer");
    }
}
