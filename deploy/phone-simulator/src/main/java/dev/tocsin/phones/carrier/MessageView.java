package dev.tocsin.phones.carrier;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.tocsin.phones.phone.Text;

/** A text as Twilio's REST API shows it: numbers as strings, dates in RFC 2822. */
@JsonNaming(SnakeCaseStrategy.class)
record MessageView(
        String accountSid,
        String apiVersion,
        String body,
        String dateCreated,
        String dateSent,
        String dateUpdated,
        String direction,
        Integer errorCode,
        String errorMessage,
        String from,
        String messagingServiceSid,
        String numMedia,
        String numSegments,
        String price,
        String priceUnit,
        String sid,
        String status,
        Map<String, String> subresourceUris,
        String to,
        String uri) {

    static final String API_VERSION = "2010-04-01";
    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.US)
            .withZone(ZoneOffset.UTC);

    static MessageView of(Text text, String account) {
        var uri = "/%s/Accounts/%s/Messages/%s".formatted(API_VERSION, account, text.sid());
        return new MessageView(
                account,
                API_VERSION,
                text.body(),
                date(text.createdAt()),
                text.sentAt().map(MessageView::date).orElse(null),
                date(text.updatedAt()),
                text.direction().wire(),
                text.error().orElse(null),
                text.error().map(MessageView::meaning).orElse(null),
                text.from().orElse(null),
                text.messagingService().orElse(null),
                "0",
                text.from().isPresent() ? Integer.toString(text.segments().count()) : "0",
                null,
                "USD",
                text.sid(),
                text.status().wire(),
                Map.of("media", uri + "/Media.json"),
                text.to(),
                uri + ".json");
    }

    /** The meaning of the codes a text ends with. */
    static String meaning(int code) {
        return switch (code) {
            case 30001 -> "Queue overflow";
            case 30002 -> "Account suspended";
            case 30003 -> "Unreachable destination handset";
            case 30004 -> "Message blocked";
            case 30005 -> "Unknown destination handset";
            case 30006 -> "Landline or unreachable carrier";
            case 30007 -> "Message filtered";
            case 30008 -> "Unknown error";
            case 30034 -> "US A2P 10DLC - Message from an Unregistered Number";
            case 30036 -> "Validity Period Expired";
            default -> "Error " + code;
        };
    }

    private static String date(Instant at) {
        return RFC_2822.format(at);
    }
}
