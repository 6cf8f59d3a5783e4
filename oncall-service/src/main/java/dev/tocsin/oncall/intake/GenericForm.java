package dev.tocsin.oncall.intake;

import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tocsin.oncall.Secrets;
import dev.tocsin.oncall.incident.Severity;

/** Reads any JSON, or a form's fields, by a mapping. Without a key of its own, summary and details are the key. */
final class GenericForm {
    private static final int SUMMARY = 1024;
    private static final int DEDUP = 512;

    private GenericForm() {}

    static Read read(JsonNode body, Mapping mapping) {
        var action = action(mapping, Lenient.text(Mapping.at(body, mapping.action()), 64));
        var summary = Lenient.text(Mapping.at(body, mapping.summary()), SUMMARY);
        var dedup = Lenient.text(Mapping.at(body, mapping.dedup()), Integer.MAX_VALUE);
        if (dedup.filter(key -> key.length() > DEDUP).isPresent())
            return Read.bad(mapping.dedup() + " is longer than 512 characters");
        if (summary.isEmpty() && (action == Signal.Action.TRIGGER || dedup.isEmpty()))
            return Read.bad(mapping.summary() + " is missing: it is what people are told");
        var details = details(body, mapping);
        var key =
                dedup.orElseGet(() -> Secrets.hash(summary.orElseThrow() + "\n" + Mapping.at(body, mapping.details())));
        return new Read.Good(Delivery.of(new Signal(
                action,
                key,
                summary.orElse(key),
                Lenient.text(Mapping.at(body, mapping.severity()), 64)
                        .map(Severity::like)
                        .orElse(Severity.ERROR),
                Lenient.text(Mapping.at(body, mapping.source()), 1024),
                Lenient.instant(Mapping.at(body, mapping.observed())),
                Optional.empty(),
                Optional.empty(),
                Lenient.web(Mapping.at(body, mapping.link())),
                "[]",
                details)));
    }

    private static Signal.Action action(Mapping mapping, Optional<String> said) {
        if (said.isEmpty()) return Signal.Action.TRIGGER;
        var word = said.get();
        if (mapping.resolves(word)) return Signal.Action.RESOLVE;
        if (mapping.acknowledges(word)) return Signal.Action.ACKNOWLEDGE;
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "close", "closed", "resolve", "resolved", "recovery", "ok", "up" -> Signal.Action.RESOLVE;
            case "ack", "acknowledge", "acknowledged" -> Signal.Action.ACKNOWLEDGE;
            default -> Signal.Action.TRIGGER;
        };
    }

    /** What the mapping points at, and GoAlert's {@code meta=key=value} beside it. */
    private static Optional<String> details(JsonNode body, Mapping mapping) {
        var details = Mapping.at(body, mapping.details());
        var meta = mapping.equals(Mapping.USUAL) ? body.path("meta") : Mapping.at(body, null);
        if (meta.isMissingNode() || meta.isNull())
            return Optional.of(details)
                    .filter(told -> !told.isMissingNode() && !told.isNull())
                    .map(JsonNode::toString);
        var both = JsonNodeFactory.instance.objectNode();
        if (!details.isMissingNode()) both.set("details", details);
        both.set("meta", meta);
        return Optional.of(both.toString());
    }
}
