package dev.tocsin.phones.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One call to a phone, at one moment.
 *
 * @param status in the carrier's words: queued, ringing, in-progress, completed, busy, no-answer, failed
 * @param answeredBy human or machine_start; empty until it is answered, or when nobody asked
 * @param lines what was said ("» …") and pressed ("« 4"), in order
 */
public record Call(
        String sid,
        String from,
        String to,
        String status,
        Optional<String> answeredBy,
        Optional<Integer> error,
        List<String> lines,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt) {

    static Call placed(String sid, String from, String to, Instant now) {
        return new Call(
                sid,
                from,
                to,
                "queued",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                now,
                Optional.empty(),
                Optional.empty());
    }

    public boolean over() {
        return endedAt.isPresent();
    }

    /** Somebody could pick it up. */
    public boolean isRinging() {
        return status.equals("ringing");
    }

    public boolean isAnswered() {
        return status.equals("in-progress");
    }

    Call reached(String next, Instant now) {
        boolean end = !List.of("queued", "ringing", "in-progress").contains(next);
        return new Call(
                sid,
                from,
                to,
                next,
                answeredBy,
                error,
                lines,
                createdAt,
                next.equals("in-progress") ? Optional.of(now) : startedAt,
                end ? Optional.of(now) : endedAt);
    }

    Call answeredBy(String whom) {
        return new Call(sid, from, to, status, Optional.of(whom), error, lines, createdAt, startedAt, endedAt);
    }

    Call because(int code) {
        return new Call(sid, from, to, status, answeredBy, Optional.of(code), lines, createdAt, startedAt, endedAt);
    }

    Call with(String line) {
        var more = new ArrayList<>(lines);
        more.add(line);
        return new Call(sid, from, to, status, answeredBy, error, List.copyOf(more), createdAt, startedAt, endedAt);
    }
}
