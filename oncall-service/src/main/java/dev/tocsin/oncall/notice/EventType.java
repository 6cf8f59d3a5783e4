package dev.tocsin.oncall.notice;

import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.tocsin.oncall.incident.EntryKind;

/** What others can be told of. */
enum EventType {
    TRIGGERED(EntryKind.TRIGGERED),
    ACKNOWLEDGED(EntryKind.ACKNOWLEDGED),
    ACK_TIMEOUT(EntryKind.ACK_TIMEOUT),
    ESCALATED(EntryKind.ESCALATED),
    REASSIGNED(EntryKind.REASSIGNED),
    RESPONDER_ADDED(EntryKind.RESPONDER_ADDED),
    SNOOZED(EntryKind.SNOOZED),
    NOTE(EntryKind.NOTE),
    EXHAUSTED(EntryKind.POLICY_EXHAUSTED),
    RESOLVED(EntryKind.RESOLVED);

    /** What "send a test" sends; nobody subscribes to it. */
    static final String TEST = "test";

    private final EntryKind kind;

    EventType(EntryKind kind) {
        this.kind = kind;
    }

    /** {@code incident.} and the name of the timeline's line. */
    @JsonValue
    String wire() {
        return "incident." + kind.wire();
    }

    @JsonCreator
    static EventType named(String wire) {
        return Stream.of(values())
                .filter(type -> type.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(wire));
    }

    static Optional<EventType> of(EntryKind kind) {
        return Stream.of(values()).filter(type -> type.kind == kind).findFirst();
    }
}
