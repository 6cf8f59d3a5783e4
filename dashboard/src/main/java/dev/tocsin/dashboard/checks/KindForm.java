package dev.tocsin.dashboard.checks;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.tocsin.dashboard.checks.KindsClient.Heartbeat;
import dev.tocsin.dashboard.checks.KindsClient.Kept;
import dev.tocsin.dashboard.checks.KindsClient.Metrics;
import dev.tocsin.dashboard.checks.KindsClient.Plugin;
import dev.tocsin.dashboard.checks.KindsClient.Sent;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Lengths;

import static dev.tocsin.dashboard.web.Language.say;

/** A heartbeat, a metrics check or a plugin as its form holds it; fields are named as monitor-service names them. Pure. */
record KindForm(String kind, Form form) {
    /** Those that have this form. */
    static final Set<String> KINDS = Set.of("heartbeat", "metrics", "plugin");

    /** Of a heartbeat, how often we look at what was said; of the others, how often we ask. */
    private static final Map<String, String> INTERVALS = Map.of("heartbeat", "10s", "metrics", "30s", "plugin", "1m");

    /** A check nobody has described. */
    static KindForm blank(String kind, String service, Map<String, String> filled) {
        var form = Form.blank()
                .with("serviceId", service)
                .with("interval", INTERVALS.get(kind))
                .with("failureThreshold", kind.equals("heartbeat") ? 1 : 2)
                .with("heartbeat.zone", "UTC")
                .with("heartbeat.grace", "5m")
                .with("metrics.source", "page")
                .with("metrics.unit", "number");
        for (var field : filled.entrySet()) form = form.with(field.getKey(), field.getValue());
        return new KindForm(kind, form);
    }

    static KindForm of(Kept check) {
        var form = Form.blank()
                .with("name", check.name())
                .with("serviceId", check.serviceId())
                .with("interval", Lengths.typed(check.interval()))
                .with("failureThreshold", check.failureThreshold())
                .with("conditions", String.join("\n", check.conditions()))
                .with("version", check.version());
        if (check.heartbeat() != null) form = heartbeat(form, check.heartbeat());
        if (check.metrics() != null) form = metrics(form, check.metrics());
        if (check.plugin() != null) form = plugin(form, check.plugin());
        return new KindForm(check.kind(), form);
    }

    private static Form heartbeat(Form form, Heartbeat job) {
        return form.with("heartbeat.period", typed(job.period()))
                .with("heartbeat.cron", job.cron())
                .with("heartbeat.zone", job.zone())
                .with("heartbeat.grace", typed(job.grace()))
                .with("heartbeat.maxRun", typed(job.maxRun()));
    }

    private static Form metrics(Form form, Metrics figures) {
        return form.with("metrics.url", figures.url())
                .with("metrics.source", figures.source())
                .with("metrics.expression", figures.expression())
                .with("metrics.unit", figures.unit())
                .with("metrics.authorization", figures.authorization());
    }

    private static Form plugin(Form form, Plugin plugin) {
        return form.with("plugin.plugin", plugin.plugin())
                .with("plugin.arguments", String.join("\n", plugin.arguments()))
                .with(
                        "plugin.secrets",
                        plugin.secrets() == null
                                ? ""
                                : plugin.secrets().entrySet().stream()
                                        .map(secret -> secret.getKey() + ": " + secret.getValue())
                                        .collect(Collectors.joining("\n")));
    }

    KindForm with(Form other) {
        return new KindForm(kind, other);
    }

    /** What the page itself can find wrong; what a value may be is the service's to say. */
    KindForm checked(boolean named) {
        var words = say(CheckAskWords.class);
        var checked = form;
        if (named && form.given("name").isEmpty()) checked = checked.refuse("name", words.giveTheCheckAName());
        for (var field : List.of("interval", "heartbeat.period", "heartbeat.grace", "heartbeat.maxRun"))
            if (form.given(field).isPresent() && length(field) == null)
                checked = checked.refuse(field, words.aLengthOfTimeSuchAs());
        if (form.given("failureThreshold").isPresent()
                && form.number("failureThreshold").isEmpty())
            checked = checked.refuse("failureThreshold", words.aWholeNumberFrom1To());
        if (secrets().isEmpty()) checked = checked.refuse("plugin.secrets", words.oneALineSuchAsPassword());
        return with(checked);
    }

    /** The check this form describes. @param before as it was, whose other settings stay; null for a new one */
    Sent sent(Kept before) {
        return new Sent(
                form.given("name").orElse("unnamed"),
                service().orElse(null),
                null,
                kind,
                kind.equals("heartbeat") ? heartbeat() : null,
                kind.equals("metrics") ? metrics() : null,
                kind.equals("plugin") ? plugin() : null,
                lines("conditions"),
                length("interval"),
                before == null ? null : before.timeout(),
                form.number("failureThreshold").orElse(null),
                before == null
                        ? null
                        : Math.max(
                                before.failureWindow(),
                                form.number("failureThreshold").orElse(1)),
                before == null ? null : before.successThreshold(),
                before == null ? null : before.degradedAfter(),
                before == null ? null : before.detectFlapping(),
                before == null
                        ? null
                        : before.parents().stream().map(ChecksClient.Parent::id).toList(),
                null,
                form.number("version").orElse(null));
    }

    Optional<UUID> service() {
        return form.id("serviceId");
    }

    String name() {
        return form.text("name").strip();
    }

    private Heartbeat heartbeat() {
        return new Heartbeat(
                length("heartbeat.period"),
                form.given("heartbeat.cron").orElse(null),
                form.given("heartbeat.zone").orElse(null),
                length("heartbeat.grace"),
                length("heartbeat.maxRun"));
    }

    private Metrics metrics() {
        return new Metrics(
                form.text("metrics.url").strip(),
                form.given("metrics.source").orElse(null),
                form.text("metrics.expression").strip(),
                form.given("metrics.unit").orElse(null),
                form.given("metrics.authorization").orElse(null));
    }

    private Plugin plugin() {
        return new Plugin(
                form.text("plugin.plugin").strip(),
                lines("plugin.arguments"),
                secrets().orElse(Map.of()));
    }

    private List<String> lines(String field) {
        return form.text(field)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private Optional<Map<String, String>> secrets() {
        var secrets = new LinkedHashMap<String, String>();
        for (var line : lines("plugin.secrets")) {
            var colon = line.indexOf(':');
            if (colon < 1) return Optional.empty();
            secrets.put(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
        return Optional.of(secrets);
    }

    private Duration length(String field) {
        return form.given(field).flatMap(text -> Lengths.parse(text, "s")).orElse(null);
    }

    private static String typed(Duration length) {
        return length == null ? null : Lengths.typed(length);
    }
}
