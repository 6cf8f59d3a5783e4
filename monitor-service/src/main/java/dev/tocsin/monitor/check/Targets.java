package dev.tocsin.monitor.check;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.monitor.Problem;
import dev.tocsin.monitor.alerting.Destination;
import dev.tocsin.monitor.condition.Conditions;
import dev.tocsin.monitor.database.Row;
import dev.tocsin.monitor.probe.Kind;
import dev.tocsin.monitor.probe.Kinds;
import dev.tocsin.monitor.probe.Target;
import dev.tocsin.monitor.secret.Vault;

/** Targets as JSON in the database: a new kind needs no new columns. */
@ApplicationScoped
class Targets {
    private final ObjectMapper json;
    private final Kinds kinds;
    private final Vault vault;

    Targets(ObjectMapper json, Kinds kinds, Vault vault) {
        this.json = json;
        this.kinds = kinds;
        this.vault = vault;
    }

    Kinds kinds() {
        return kinds;
    }

    /**
     * A target as it was sent.
     *
     * @throws Problem.Refusal naming the field that cannot be read
     */
    <T extends Target> T sent(Kind<T> kind, JsonNode node) {
        try {
            var target = json.treeToValue(node, kind.type());
            if (target == null) throw Problem.badField(kind.word(), "must be an object");
            return target;
        } catch (JsonProcessingException e) {
            throw Problem.unreadable(kind.word(), e);
        }
    }

    /** With its secrets sealed for this check. */
    String write(Target target, UUID check) {
        try {
            return json.writeValueAsString(withSecrets(target, value -> vault.seal(value, check)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a " + target.kind() + " target that cannot be written", e);
        }
    }

    /** With its secrets opened. @throws Vault.WrongKey when they were sealed with a key that we do not have */
    Target read(String kind, String text, UUID check) {
        return withSecrets(parsed(kind, text), value -> vault.open(value, check));
    }

    String seal(String plain, UUID check) {
        return vault.seal(plain, check);
    }

    String open(String stored, UUID check) {
        return vault.open(stored, check);
    }

    /** Whether nothing in it is in clear, or sealed with an old key. */
    boolean allSealed(String kind, String text) {
        var target = parsed(kind, text);
        return Secrets.all(kinds.of(target), target).values().stream().allMatch(vault::isCurrent);
    }

    private <T extends Target> T withSecrets(T target, UnaryOperator<String> change) {
        return kinds.of(target).withSecrets(target, (_, value) -> change.apply(value));
    }

    private Target parsed(String kind, String text) {
        try {
            return json.readValue(text, named(kind).type());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored " + kind + " target that cannot be read", e);
        }
    }

    private Kind<?> named(String kind) {
        return kinds.named(kind).orElseThrow(() -> new IllegalStateException("a check of the unknown kind " + kind));
    }

    Conditions conditions(String kind, List<String> texts) {
        return Conditions.parse(texts, named(kind).vocabulary());
    }

    /** A row of the table of checks. */
    Watched watched(Row row) {
        var id = row.uuid("id");
        return new Watched(
                id,
                row.maybeUuid("service_id"),
                row.maybeUuid("team_id"),
                row.integer("slot"),
                row.text("name"),
                read(row.text("kind"), row.text("target"), id),
                conditions(row.text("kind"), row.texts("conditions")),
                row.millis("interval_ms"),
                row.millis("timeout_ms"),
                new Judging(
                        row.integer("failure_threshold"),
                        row.integer("failure_window"),
                        row.integer("success_threshold"),
                        row.maybeNumber("degraded_ms").map(Duration::ofMillis),
                        row.flag("detect_flapping")),
                Set.copyOf(row.uuids("parents")),
                row.maybeText("routing_key").map(k -> new Destination(open(k, id), row.maybeText("events_url"))),
                row.flag("paused"),
                row.flag("gone"));
    }
}
