package dev.tocsin.oncall.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;

import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.search.Words;

/** Which incidents a list shows. */
class IncidentFilter {
    @QueryParam("state")
    String state;

    @QueryParam("team")
    UUID team;

    @QueryParam("service")
    UUID service;

    @QueryParam("severity")
    String severity;

    @QueryParam("mine")
    boolean mine;

    @QueryParam("from")
    String from;

    @QueryParam("to")
    String to;

    /** Words of the title, each perhaps only begun, or a part of the service's name. */
    @QueryParam("q")
    @Size(max = 100)
    String q;

    /** The SQL condition over {@code incident i}; named parameters go into {@code parameters}. */
    String where(Map<String, Object> parameters, UUID me) {
        var conditions = new ArrayList<String>();
        words(state).ifPresent(words -> {
            conditions.add("i.state in (:states)");
            parameters.put("states", words.stream().map(IncidentFilter::state).toList());
        });
        words(severity).ifPresent(words -> {
            conditions.add("i.severity in (:severities)");
            parameters.put(
                    "severities",
                    words.stream()
                            .map(word -> Severity.named(word)
                                    .orElseThrow(() ->
                                            Problem.badField("severity", "must be critical, error, warning or info"))
                                    .name())
                            .toList());
        });
        add(conditions, parameters, "i.team_id = :team", "team", team);
        add(conditions, parameters, "i.service_id = :service", "service", service);
        add(conditions, parameters, "i.triggered_at >= :from", "from", instant("from", from));
        add(conditions, parameters, "i.triggered_at < :to", "to", instant("to", to));
        var typed = new Words(q == null ? "" : q);
        typed.begun().ifPresent(begun -> {
            conditions.add("(to_tsvector('simple', i.title) @@ to_tsquery('simple', :begun)"
                    + " or i.service_id in (select id from service where lower(name) like :within))");
            parameters.put("begun", begun);
            parameters.put("within", typed.within());
        });
        if (mine) {
            conditions.add("(i.held_by_id = :me or exists"
                    + " (select 1 from page p where p.incident_id = i.id and p.person_id = :me))");
            parameters.put("me", me);
        }
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    static Instant instant(String field, String text) {
        try {
            return text == null || text.isBlank() ? null : Instant.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            throw Problem.badField(field, "must be an instant such as 2026-11-22T00:00:00Z");
        }
    }

    private static void add(
            List<String> conditions, Map<String, Object> parameters, String condition, String name, Object value) {
        if (value == null) return;
        conditions.add(condition);
        parameters.put(name, value);
    }

    private static Optional<List<String>> words(String list) {
        return list == null || list.isBlank()
                ? Optional.empty()
                : Optional.of(List.of(list.strip().split("\\s*,\\s*")));
    }

    private static String state(String word) {
        try {
            return State.valueOf(word.toUpperCase(Locale.ROOT)).name();
        } catch (IllegalArgumentException e) {
            throw Problem.badField("state", "must be among triggered, acknowledged, resolved");
        }
    }
}
