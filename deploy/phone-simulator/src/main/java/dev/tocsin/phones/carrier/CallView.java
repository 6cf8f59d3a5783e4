package dev.tocsin.phones.carrier;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.tocsin.phones.call.Call;

/** A call as Twilio's REST API shows it. */
@JsonNaming(SnakeCaseStrategy.class)
record CallView(
        String accountSid,
        String annotation,
        String answeredBy,
        String apiVersion,
        String callerName,
        String dateCreated,
        String dateUpdated,
        String direction,
        String duration,
        String endTime,
        String forwardedFrom,
        String from,
        String fromFormatted,
        String groupSid,
        String parentCallSid,
        String phoneNumberSid,
        String price,
        String priceUnit,
        String queueTime,
        String sid,
        String startTime,
        String status,
        Map<String, String> subresourceUris,
        String to,
        String toFormatted,
        String trunkSid,
        String uri) {
    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.US)
            .withZone(ZoneOffset.UTC);

    static CallView of(Call call, String account) {
        var uri = "/%s/Accounts/%s/Calls/%s".formatted(MessageView.API_VERSION, account, call.sid());
        return new CallView(
                account,
                null,
                call.answeredBy().orElse(null),
                MessageView.API_VERSION,
                null,
                date(call.createdAt()),
                date(call.endedAt().orElse(call.createdAt())),
                "outbound-api",
                call.endedAt()
                        .flatMap(end -> call.startedAt().map(start -> Duration.between(start, end)))
                        .map(talked -> Long.toString(talked.toSeconds()))
                        .orElse(null),
                call.endedAt().map(CallView::date).orElse(null),
                null,
                call.from(),
                call.from(),
                null,
                null,
                null,
                null,
                "USD",
                "0",
                call.sid(),
                call.startedAt().map(CallView::date).orElse(null),
                call.status(),
                Map.of("notifications", uri + "/Notifications.json", "recordings", uri + "/Recordings.json"),
                call.to(),
                call.to(),
                null,
                uri + ".json");
    }

    private static String date(Instant at) {
        return RFC_2822.format(at);
    }
}
