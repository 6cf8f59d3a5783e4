package dev.tocsin.phones.phone;

import java.time.Instant;
import java.util.Optional;

/**
 * One text message, either way.
 *
 * @param from empty for a text handed to a messaging service, until that picks its sender
 * @param error the carrier's code for why it did not get through, such as 30003
 */
public record Text(
        String sid,
        Direction direction,
        Optional<String> from,
        String to,
        Optional<String> messagingService,
        String body,
        Segments segments,
        Status status,
        Optional<Integer> error,
        Instant createdAt,
        Optional<Instant> sentAt,
        Instant updatedAt) {

    /** A text on its way to a phone. */
    public static Text toPhone(
            String sid,
            Direction direction,
            Optional<String> from,
            String to,
            Optional<String> messagingService,
            String body,
            Instant now) {
        var status = from.isPresent() ? Status.QUEUED : Status.ACCEPTED;
        return new Text(
                sid,
                direction,
                from,
                to,
                messagingService,
                body,
                Segments.of(body),
                status,
                Optional.empty(),
                now,
                Optional.empty(),
                now);
    }

    /** A text a person has sent. */
    public static Text fromPhone(String sid, String phone, String to, String body, Instant now) {
        return new Text(
                sid,
                Direction.INBOUND,
                Optional.of(phone),
                to,
                Optional.empty(),
                body,
                Segments.of(body),
                Status.RECEIVED,
                Optional.empty(),
                now,
                Optional.of(now),
                now);
    }

    /** The phone it was sent to or written on. */
    public String phone() {
        return isFromPhone() ? from.orElseThrow() : to;
    }

    public boolean isFromPhone() {
        return direction == Direction.INBOUND;
    }

    public Text reached(Status next, Instant now) {
        var left = sentAt.isPresent() || next == Status.QUEUED ? sentAt : Optional.of(now);
        return new Text(sid, direction, from, to, messagingService, body, segments, next, error, createdAt, left, now);
    }

    public Text sentFrom(String sender) {
        return new Text(
                sid,
                direction,
                Optional.of(sender),
                to,
                messagingService,
                body,
                segments,
                status,
                error,
                createdAt,
                sentAt,
                updatedAt);
    }

    public Text because(int code) {
        return new Text(
                sid,
                direction,
                from,
                to,
                messagingService,
                body,
                segments,
                status,
                Optional.of(code),
                createdAt,
                sentAt,
                updatedAt);
    }
}
