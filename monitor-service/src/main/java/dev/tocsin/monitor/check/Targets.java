package dev.tocsin.monitor.check;

import java.time.Duration;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.monitor.alerting.Destination;
import dev.tocsin.monitor.database.Row;
import dev.tocsin.monitor.probe.HttpTarget;
import dev.tocsin.monitor.probe.Target;
import dev.tocsin.monitor.probe.TcpTarget;

/** Targets as JSON in the database: a new kind needs no new columns. */
@ApplicationScoped
class Targets {
    private final ObjectMapper json;

    Targets(ObjectMapper json) {
        this.json = json;
    }

    String write(Target target) {
        try {
            return json.writeValueAsString(target);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a " + target.kind() + " target that cannot be written", e);
        }
    }

    Target read(String kind, String text) {
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
        return new Watched(
                row.uuid("id"),
                row.maybeUuid("service_id"),
                row.maybeUuid("team_id"),
                row.integer("slot"),
                row.text("name"),
                read(row.text("kind"), row.text("target")),
                row.millis("interval_ms"),
                row.millis("timeout_ms"),
                new Judging(
                        row.integer("failure_threshold"),
                        row.integer("failure_window"),
                        row.integer("success_threshold"),
                        row.maybeNumber("degraded_ms").map(Duration::ofMillis),
                        row.flag("detect_flapping")),
                Set.copyOf(row.uuids("parents")),
                row.maybeText("routing_key").map(k -> new Destination(k, row.maybeText("events_url"))),
                row.flag("paused"),
                row.flag("gone"));
    }
}
