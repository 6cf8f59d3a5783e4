package dev.tocsin.monitor.check;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.monitor.alerting.Destination;
import dev.tocsin.monitor.database.Row;
import dev.tocsin.monitor.probe.HttpTarget;
import dev.tocsin.monitor.probe.Redaction;
import dev.tocsin.monitor.probe.Target;
import dev.tocsin.monitor.probe.TcpTarget;
import dev.tocsin.monitor.secret.Vault;

/** Targets as JSON in the database: a new kind needs no new columns. */
@ApplicationScoped
class Targets {
    private final ObjectMapper json;
    private final Vault vault;

    Targets(ObjectMapper json, Vault vault) {
        this.json = json;
        this.vault = vault;
    }

    /** With its secrets sealed for this check. */
    String write(Target target, UUID check) {
        try {
            return json.writeValueAsString(
                    target instanceof HttpTarget http ? withSecrets(http, value -> vault.seal(value, check)) : target);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a " + target.kind() + " target that cannot be written", e);
        }
    }

    /** With its secrets opened. @throws Vault.WrongKey when they were sealed with a key that we do not have */
    Target read(String kind, String text, UUID check) {
        var stored = parsed(kind, text);
        return stored instanceof HttpTarget http ? withSecrets(http, value -> vault.open(value, check)) : stored;
    }

    String seal(String plain, UUID check) {
        return vault.seal(plain, check);
    }

    String open(String stored, UUID check) {
        return vault.open(stored, check);
    }

    /** Whether nothing in it is in clear, or sealed with an old key. */
    boolean allSealed(String kind, String text) {
        return !(parsed(kind, text) instanceof HttpTarget http)
                || http.headers().entrySet().stream()
                        .allMatch(h -> !Redaction.secret(h.getKey()) || vault.isCurrent(h.getValue()));
    }

    private static HttpTarget withSecrets(HttpTarget target, UnaryOperator<String> change) {
        var headers = new LinkedHashMap<String, String>();
        target.headers()
                .forEach((name, value) -> headers.put(name, Redaction.secret(name) ? change.apply(value) : value));
        return target.withHeaders(headers);
    }

    private Target parsed(String kind, String text) {
        try {
            return switch (kind) {
                case HttpTarget.KIND -> json.readValue(text, HttpTarget.class);
                case TcpTarget.KIND -> json.readValue(text, TcpTarget.class);
                default -> throw new IllegalStateException("a check of the unknown kind " + kind);
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored " + kind + " target that cannot be read", e);
        }
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
