package dev.tocsin.dashboard.checks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import dev.tocsin.dashboard.checks.ChecksClient.Check;
import dev.tocsin.dashboard.checks.ChecksClient.Described;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Lengths;

import static dev.tocsin.dashboard.web.Language.say;

/** A check as its form holds it. Fields are named as monitor-service names them, so its reasons find them. Pure. */
record CheckForm(Form form) {
    /** Those that have this form. */
    static final Set<String> KINDS = Set.of("http", "tcp", "tls", "dns", "icmp");

    /** The task of a postmortem that this check is made for. */
    static final String TASK = "task";

    /** The fields that a link to the form may fill in. */
    private static final Set<String> FILLABLE = Set.of(
            "name",
            "kind",
            "http.url",
            "http.expectStatus",
            "http.maxLatency",
            "tcp.host",
            "tcp.port",
            "tls.host",
            "dns.name",
            "icmp.host",
            "conditions",
            "interval",
            TASK);

    /** A check nobody has described: sensible for a website, told after a minute at worst. */
    static CheckForm blank(String service) {
        return new CheckForm(TargetForm.blank(Form.blank())
                .with("kind", "http")
                .with("serviceId", service)
                .with("interval", "30s")
                .with("timeout", "5s")
                .with("failureThreshold", 2)
                .with("successThreshold", 1)
                .with("detectFlapping", "true"));
    }

    /** What a link has filled in already. */
    CheckForm filled(Map<String, List<String>> wished) {
        var filled = form;
        for (var field : FILLABLE)
            if (wished.containsKey(field))
                filled = filled.with(field, wished.get(field).getFirst());
        return new CheckForm(filled);
    }

    static CheckForm of(Check check) {
        var form = Form.blank()
                .with("name", check.name())
                .with("kind", check.kind())
                .with("serviceId", check.serviceId())
                .with("interval", Lengths.typed(check.interval()))
                .with("timeout", Lengths.typed(check.timeout()))
                .with("failureThreshold", check.failureThreshold())
                .with("failureWindow", check.scattered() ? check.failureWindow() : null)
                .with("successThreshold", check.successThreshold())
                .with(
                        "degradedAfter",
                        check.degradedAfter() == null
                                ? null
                                : check.degradedAfter().toMillis())
                .with("detectFlapping", check.detectFlapping() ? "true" : null)
                .withAll(
                        "parentIds",
                        check.parents().stream().map(p -> p.id().toString()).toList())
                .with("conditions", String.join("\n", check.conditions()))
                .with("version", check.version());
        return new CheckForm(TargetForm.of(check, form));
    }

    CheckForm with(Form other) {
        return new CheckForm(other);
    }

    /** What the page itself can find wrong; what a value may be is the service's to say. */
    CheckForm checked() {
        var checked = form;
        if (form.given("name").isEmpty())
            checked = checked.refuse("name", say(CheckAskWords.class).giveTheCheckAName());
        return with(lengths(TargetForm.checked(kind(), checked)));
    }

    /** The same without a look at the name, which a trial does not need. */
    CheckForm checkedForTrial() {
        return with(lengths(TargetForm.checked(kind(), form)));
    }

    /** The check this form describes, still telling nobody. Only of a form that is not refused. */
    Described described(UUID team) {
        return new Described(
                form.given("name").orElse("unnamed"),
                service().orElse(null),
                team,
                kind(),
                kind().equals("http") ? TargetForm.http(form) : null,
                kind().equals("tcp") ? TargetForm.tcp(form) : null,
                kind().equals("tls") ? TargetForm.tls(form) : null,
                kind().equals("dns") ? TargetForm.dns(form) : null,
                kind().equals("icmp") ? TargetForm.icmp(form) : null,
                TargetForm.lines(form.text("conditions")),
                length("interval"),
                length("timeout"),
                form.number("failureThreshold").orElse(null),
                form.number("failureWindow").orElse(null),
                form.number("successThreshold").orElse(null),
                form.given("degradedAfter").flatMap(TargetForm::millis).orElse(null),
                form.checked("detectFlapping"),
                form.all("parentIds").stream().map(UUID::fromString).toList(),
                null,
                form.number("version").orElse(null));
    }

    Optional<UUID> service() {
        return form.id("serviceId");
    }

    String name() {
        return form.text("name").strip();
    }

    /** The word of a kind that this form has; a website's when another was sent. */
    String kind() {
        var kind = form.text("kind");
        return KINDS.contains(kind) ? kind : "http";
    }

    private Form lengths(Form form) {
        var words = say(CheckAskWords.class);
        var checked = form;
        if (length("interval") == null) checked = checked.refuse("interval", words.sayHowOftenSuchAs5());
        if (form.given("timeout").isPresent() && length("timeout") == null)
            checked = checked.refuse("timeout", words.sayHowLongToWaitSuch());
        for (var threshold : new String[] {"failureThreshold", "successThreshold"}) {
            if (form.given(threshold).isPresent() && form.number(threshold).isEmpty())
                checked = checked.refuse(threshold, words.aWholeNumberFrom1To());
        }
        if (form.given("failureWindow").isPresent()
                && form.number("failureWindow").isEmpty())
            checked = checked.refuse("failureWindow", words.aWholeNumberUpTo20());
        if (form.given("degradedAfter").isPresent()
                && form.given("degradedAfter").flatMap(TargetForm::millis).isEmpty())
            checked = checked.refuse("degradedAfter", words.aNumberOfMillisecondsSuchAs());
        if (form.all("parentIds").stream().anyMatch(id -> !id.matches("[0-9a-f-]{36}")))
            checked = checked.refuse("parentIds", words.chooseAmongTheChecksShown());
        return checked;
    }

    private Duration length(String field) {
        return form.given(field).flatMap(text -> Lengths.parse(text, "s")).orElse(null);
    }
}
