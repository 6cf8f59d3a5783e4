package dev.tocsin.dashboard.incidents;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.ws.rs.QueryParam;

import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Query;

/**
 * What the list of incidents shows, as it stands in the address: so a view can be sent to somebody. Dates are local, in the
 * viewer's zone; {@code to} includes its day.
 */
public record Filter(
        @QueryParam("state") String state,
        @QueryParam("team") String team,
        @QueryParam("service") String service,
        @QueryParam("severity") String severity,
        @QueryParam("mine") String mine,
        @QueryParam("from") String from,
        @QueryParam("to") String to,
        @QueryParam("q") String q) {

    /** "open" unless the address says otherwise. */
    public String stateOrOpen() {
        return state == null || state.isBlank() ? "open" : state;
    }

    public boolean onlyMine() {
        return "true".equals(mine);
    }

    Filter withState(String other, boolean mineToo) {
        return new Filter(other, team, service, severity, mineToo ? "true" : null, from, to, q);
    }

    /** The same as oncall-service is asked it. */
    Query query(ZoneId zone, int limit, String cursor) {
        return Query.none()
                .with(
                        "state",
                        switch (stateOrOpen()) {
                            case "open" -> "triggered,acknowledged";
                            case "all" -> null;
                            default -> state;
                        })
                .with("team", team)
                .with("service", service)
                .with("severity", severity)
                .with("mine", onlyMine() ? true : null)
                .with("from", startOf(from, zone, 0).orElse(null))
                .with("to", startOf(to, zone, 1).orElse(null))
                .with("q", blankToNull(q))
                .with("limit", limit)
                .with("cursor", cursor);
    }

    /** Everything but the cursor, ready for an address: "?state=open&team=…", or nothing. */
    String address() {
        var given = new LinkedHashMap<String, String>();
        given.put("state", state);
        given.put("team", team);
        given.put("service", service);
        given.put("severity", severity);
        given.put("mine", mine);
        given.put("from", from);
        given.put("to", to);
        given.put("q", q);
        var text = given.entrySet().stream()
                .filter(entry -> blankToNull(entry.getValue()) != null)
                .map(Filter::pair)
                .collect(Collectors.joining("&"));
        return text.isEmpty() ? "" : "?" + text;
    }

    /** The address of the following page. */
    String address(String cursor) {
        var address = address();
        return (address.isEmpty() ? "?" : address + "&") + pair(Map.entry("cursor", cursor));
    }

    /** The filter as a form draws it. */
    Form form() {
        return Form.blank()
                .with("team", team)
                .with("service", service)
                .with("severity", severity)
                .with("from", from)
                .with("to", to)
                .with("q", q);
    }

    public boolean isNarrow() {
        return blankToNull(team) != null
                || blankToNull(service) != null
                || blankToNull(severity) != null
                || blankToNull(from) != null
                || blankToNull(to) != null
                || blankToNull(q) != null;
    }

    private static Optional<Instant> startOf(String date, ZoneId zone, int daysLater) {
        try {
            return Optional.ofNullable(blankToNull(date))
                    .map(text -> LocalDate.parse(text)
                            .plusDays(daysLater)
                            .atStartOfDay(zone)
                            .toInstant());
        } catch (DateTimeParseException mistyped) {
            return Optional.empty(); // an address somebody edited: that limit does not narrow
        }
    }

    private static String pair(Map.Entry<String, String> entry) {
        return entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
