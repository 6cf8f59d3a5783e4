package dev.tocsin.monitor.alerting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One state change.
 *
 * @param at when it began, as observed
 * @param decidedAt when it was decided
 * @param delivery of its event: none, pending, delivered, rejected
 * @param differences from the last good probe, in words
 * @param answer what the receiver last said, when it did not take the event at once
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ChangeView(
        Instant at,
        Instant decidedAt,
        String from,
        String to,
        String reason,
        Optional<String> signal,
        String delivery,
        Optional<Instant> deliveredAt,
        int tries,
        Optional<String> answer,
        List<Attempt> attempts,
        List<String> differences) {}
