package dev.tocsin.oncall.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.oncall.Secrets;
import dev.tocsin.oncall.incident.Severity;

/**
 * Reads what Alertmanager's webhook (version 4) and Grafana's (unified and legacy) send. Each alert is a signal of its
 * own: its fingerprint is the key, its status counts, never the group's. Nothing is built from the group's common
 * fields, because they change with the group's members.
 *
 * @see <a href="https://prometheus.io/docs/alerting/latest/configuration/#webhook_config">Alertmanager</a>
 * @see <a href="https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/webhook-notifier/">Grafana</a>
 */
final class Alerts {
    private static final int MOST = 2000;
    private static final int TITLE = 1024;
    /** Alertmanager writes the zero time for "not ended". */
    private static final Instant NEVER_BEFORE = Instant.parse("1971-01-01T00:00:00Z");

    private Alerts() {}

    static Read read(JsonNode body) {
        if (body.path("alerts").isArray()) return unified(body);
        if (body.has("ruleId") || body.has("ruleName")) return legacy(body);
        return Read.bad("alerts is missing: this is neither Alertmanager's nor Grafana's form");
    }

    private static Read unified(JsonNode body) {
        var alerts = body.path("alerts");
        if (alerts.size() > MOST) return Read.bad("alerts holds more than " + MOST);
        var tool = body.has("orgId") || body.has("title") ? "Grafana" : "Alertmanager";
        var signals = new ArrayList<Signal>();
        for (var alert : alerts) if (alert.isObject()) signals.add(signal(alert, tool, body));
        var group = Lenient.text(body.path("groupKey"), 8192)
                .map(key -> new Delivery.Group(
                        Secrets.hash(key), body.path("truncatedAlerts").asInt() == 0));
        return new Read.Good(new Delivery(signals, group));
    }

    private static Signal signal(JsonNode alert, String tool, JsonNode body) {
        var labels = words(alert.path("labels"));
        var notes = words(alert.path("annotations"));
        boolean resolved = Lenient.text(alert.path("status"), 32)
                .filter("resolved"::equalsIgnoreCase)
                .isPresent();
        var observed =
                Lenient.instant(alert.path(resolved ? "endsAt" : "startsAt")).filter(NEVER_BEFORE::isBefore);
        return new Signal(
                resolved ? Signal.Action.RESOLVE : Signal.Action.TRIGGER,
                Lenient.text(alert.path("fingerprint"), 128).orElseGet(() -> Secrets.hash(labels.toString())),
                title(labels, notes),
                Optional.ofNullable(labels.get("severity")).map(Severity::like).orElse(Severity.ERROR),
                first(labels, "instance", "host", "node", "pod", "job"),
                observed,
                Optional.empty(),
                Optional.of(tool),
                Lenient.web(alert.path("generatorURL")).or(() -> Lenient.web(body.path("externalURL"))),
                links(alert, notes),
                Optional.of(details(alert).toString()));
    }

    /** {@code DiskFull: the disk of db1 is full}: the rule's name and what it says of this alert. */
    private static String title(Map<String, String> labels, Map<String, String> notes) {
        var said = first(notes, "summary", "title", "message", "description")
                .map(text -> text.lines().findFirst().orElse(text));
        var name = first(labels, "alertname");
        var title = Stream.concat(name.filter(n -> said.isEmpty() || !said.get().contains(n)).stream(), said.stream())
                .collect(Collectors.joining(": "));
        if (said.isEmpty()) {
            var which = labels.entrySet().stream()
                    .filter(label -> !label.getKey().equals("alertname")
                            && !label.getKey().equals("severity"))
                    .map(label -> label.getKey() + "=" + label.getValue())
                    .collect(Collectors.joining(" "));
            title = (title.isEmpty() ? "Alert" : title) + (which.isEmpty() ? "" : " " + which);
        }
        return Lenient.cut(title, TITLE);
    }

    private static String links(JsonNode alert, Map<String, String> notes) {
        var links = JsonNodeFactory.instance.arrayNode();
        link(links.addObject(), "Runbook", JsonNodeFactory.instance.textNode(notes.getOrDefault("runbook_url", "")));
        link(links.addObject(), "Source", alert.path("generatorURL"));
        link(links.addObject(), "Dashboard", alert.path("dashboardURL"));
        link(links.addObject(), "Panel", alert.path("panelURL"));
        link(links.addObject(), "Silence", alert.path("silenceURL"));
        link(links.addObject(), "Image", alert.path("imageURL"));
        return EventsV2.links(links);
    }

    private static void link(ObjectNode link, String text, JsonNode href) {
        link.put("text", text).set("href", href.deepCopy());
    }

    private static ObjectNode details(JsonNode alert) {
        var details = JsonNodeFactory.instance.objectNode();
        for (var field : new String[] {"labels", "annotations", "values", "valueString", "startsAt"}) {
            var value = alert.path(field);
            if (!value.isMissingNode() && !value.isNull()) details.set(field, value);
        }
        return details;
    }

    private static Read legacy(JsonNode body) {
        var name = Lenient.text(body.path("ruleName"), 255);
        var key = Lenient.text(body.path("ruleId"), 64).or(() -> name).map("rule:"::concat);
        if (key.isEmpty()) return Read.bad("ruleId and ruleName are empty");
        var state = Lenient.text(body.path("state"), 32)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .orElse("");
        var action = switch (state) {
            case "alerting", "no_data" -> Signal.Action.TRIGGER;
            case "ok" -> Signal.Action.RESOLVE;
            default -> Signal.Action.NOTE;
        };
        var title = Stream.of(
                        name.orElse(key.get()) + (state.equals("no_data") ? " (no data)" : ""),
                        Lenient.text(body.path("message"), TITLE).orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(": "));
        var links = JsonNodeFactory.instance.arrayNode();
        link(links.addObject(), "Rule", body.path("ruleUrl"));
        link(links.addObject(), "Image", body.path("imageUrl"));
        return new Read.Good(Delivery.of(new Signal(
                action,
                key.get(),
                Lenient.cut(title, TITLE),
                state.equals("no_data") ? Severity.WARNING : Severity.ERROR,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("Grafana"),
                Lenient.web(body.path("ruleUrl")),
                EventsV2.links(links),
                Optional.of(body.path("evalMatches"))
                        .filter(matches -> !matches.isEmpty())
                        .map(JsonNode::toString))));
    }

    private static Map<String, String> words(JsonNode object) {
        var words = new TreeMap<String, String>();
        object.properties()
                .forEach(field ->
                        Lenient.text(field.getValue(), 4096).ifPresent(text -> words.put(field.getKey(), text)));
        return words;
    }

    private static Optional<String> first(Map<String, String> words, String... names) {
        return Stream.of(names)
                .map(words::get)
                .filter(word -> word != null && !word.isBlank())
                .findFirst();
    }
}
