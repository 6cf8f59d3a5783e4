package dev.tocsin.oncall.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.oncall.Ref;

/**
 * A webhook and how it goes with it: {@code state} is {@code ok}, {@code failing} or {@code disabled}. {@code secret} is
 * present only in the answer that made it. {@code team} is absent when it is told of every team's incidents.
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record WebhookView(
        UUID id,
        String name,
        Optional<Ref> team,
        String url,
        List<String> events,
        String state,
        Optional<Instant> failingSince,
        Optional<Instant> disabledAt,
        Optional<String> disabledWhy,
        Instant createdAt,
        Optional<String> secret,
        int version) {

    static WebhookView of(Webhook webhook, Optional<Ref> team, Optional<String> secret) {
        return new WebhookView(
                webhook.id,
                webhook.name,
                team,
                webhook.url,
                webhook.events,
                webhook.disabledAt != null ? "disabled" : webhook.failingSince != null ? "failing" : "ok",
                Optional.ofNullable(webhook.failingSince),
                Optional.ofNullable(webhook.disabledAt),
                Optional.ofNullable(webhook.disabledWhy),
                webhook.createdAt,
                secret,
                webhook.version);
    }

    /** One message and every try to deliver it; {@code state} is pending, delivered or given-up. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Delivery(
            UUID id,
            String event,
            Optional<UUID> incidentId,
            Instant createdAt,
            String state,
            Optional<Instant> nextTryAt,
            int attempts,
            String request,
            List<Try> tries) {

        static Delivery of(Notice notice, List<NoticeTry> tries) {
            boolean pending = notice.deliveredAt == null && notice.givenUpAt == null;
            return new Delivery(
                    notice.id,
                    notice.event,
                    Optional.ofNullable(notice.incidentId),
                    notice.createdAt,
                    pending ? "pending" : notice.deliveredAt != null ? "delivered" : "given-up",
                    pending ? Optional.of(notice.dueAt) : Optional.empty(),
                    notice.attempts,
                    notice.body,
                    tries.stream().map(Try::of).toList());
        }
    }

    /** One request: the status that came back, or why none did; {@code answer} is cut. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Try(
            int n,
            Instant at,
            Optional<Integer> status,
            Duration latency,
            Optional<String> answer,
            Optional<String> error) {
        static Try of(NoticeTry it) {
            return new Try(
                    it.n,
                    it.at,
                    Optional.ofNullable(it.status),
                    Duration.ofMillis(it.latencyMs),
                    Optional.ofNullable(it.answer),
                    Optional.ofNullable(it.error));
        }
    }
}
