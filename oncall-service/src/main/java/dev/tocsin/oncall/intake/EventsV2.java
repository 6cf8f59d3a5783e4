package dev.tocsin.oncall.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tocsin.oncall.incident.Severity;

/**
 * Reads an event of PagerDuty's Events API v2. Refuses only what makes an event meaningless; the text of a refusal is
 * what the operator of the sending tool will read in its log.
 *
 * @see <a href="https://developer.pagerduty.com/docs/events-api-v2/trigger-events/">PagerDuty: Events API v2</a>
 */
final class EventsV2 {
    private static final int SUMMARY = 1024;
    private static final int DEDUP_KEY = 255;

    private EventsV2() {}

    /** What an event's body turned out to be. */
    sealed interface Read {
        record Good(String routingKey, Signal signal) implements Read {}

        record Bad(List<String> errors) implements Read {}
    }

    static Read read(JsonNode body) {
        var errors = new ArrayList<String>();
        var routingKey = Lenient.text(body.path("routing_key"), 256);
        if (routingKey.isEmpty()) errors.add("routing_key is missing");
        var action = action(body.path("event_action"));
        if (action.isEmpty()) {
            errors.add("event_action is invalid (must be one of: trigger acknowledge resolve)");
        }
        var dedupKey = Lenient.text(body.path("dedup_key"), Integer.MAX_VALUE);
        if (dedupKey.filter(key -> key.length() > DEDUP_KEY).isPresent()) {
            errors.add("dedup_key is longer than 255 characters");
        }
        boolean trigger = action.filter(Signal.Action.TRIGGER::equals).isPresent();
        if (dedupKey.isEmpty() && action.isPresent() && !trigger) {
            errors.add("dedup_key is missing (an acknowledge or resolve needs it)");
        }
        var payload = body.path("payload");
        var summary = Lenient.text(payload.path("summary"), SUMMARY);
        if (trigger && summary.isEmpty()) errors.add("payload.summary is missing");
        if (!errors.isEmpty()) return new Read.Bad(errors);
        return new Read.Good(
                routingKey.orElseThrow(),
                signal(
                        action.orElseThrow(),
                        dedupKey.orElseGet(() -> UUID.randomUUID().toString()),
                        summary,
                        body));
    }

    private static Signal signal(Signal.Action action, String dedupKey, Optional<String> summary, JsonNode body) {
        var payload = body.path("payload");
        var details = payload.path("custom_details");
        return new Signal(
                action,
                dedupKey,
                summary.orElse(dedupKey),
                Lenient.text(payload.path("severity"), 64).map(Severity::like).orElse(Severity.ERROR),
                Lenient.text(payload.path("source"), 1024),
                Lenient.instant(payload.path("timestamp")),
                Lenient.text(details.path("check_id"), 64),
                Lenient.text(body.path("client"), 255),
                Lenient.web(body.path("client_url")),
                links(body.path("links")),
                details(payload));
    }

    private static Optional<String> details(JsonNode payload) {
        var details = payload.path("custom_details");
        return details.isMissingNode() || details.isNull() || details.isEmpty() && details.isContainerNode()
                ? Optional.empty()
                : Optional.of(details.toString());
    }

    static String links(JsonNode links) {
        var kept = new ArrayList<String>();
        for (var link : links) {
            var href = Lenient.web(link.path("href"));
            if (href.isEmpty() || kept.size() == 20) continue;
            var shown = JsonNodeFactory.instance.objectNode();
            shown.put("href", href.get());
            Lenient.text(link.path("text"), 255).ifPresent(text -> shown.put("text", text));
            kept.add(shown.toString());
        }
        return "[" + String.join(",", kept) + "]";
    }

    private static Optional<Signal.Action> action(JsonNode node) {
        return Lenient.text(node, 32).flatMap(word -> switch (word.toLowerCase(Locale.ROOT)) {
            case "trigger" -> Optional.of(Signal.Action.TRIGGER);
            case "acknowledge" -> Optional.of(Signal.Action.ACKNOWLEDGE);
            case "resolve" -> Optional.of(Signal.Action.RESOLVE);
            default -> Optional.empty();
        });
    }
}
