package dev.tocsin.dashboard.library;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.QueryParam;

import dev.tocsin.dashboard.web.Address;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Query;

/**
 * What the library shows, as it stands in the address: so a view can be sent to somebody. Dates are local, in the viewer's
 * zone; {@code to} includes its day.
 */
public record LibraryFilter(
        @QueryParam("state") String state,
        @QueryParam("q") String q,
        @QueryParam("tag") List<String> tag,
        @QueryParam("service") String service,
        @QueryParam("team") String team,
        @QueryParam("severity") String severity,
        @QueryParam("owner") String owner,
        @QueryParam("from") String from,
        @QueryParam("to") String to) {
    private static final String USUAL = "published";

    String shownState() {
        return given(state) ? state : USUAL;
    }

    public List<String> tags() {
        return tag == null
                ? List.of()
                : tag.stream().filter(LibraryFilter::given).toList();
    }

    boolean isNarrow() {
        return hasMore() || given(q) || !tags().isEmpty();
    }

    /** Narrowed by what is folded away. */
    public boolean hasMore() {
        return given(service) || given(team) || given(severity) || given(owner) || given(from) || given(to);
    }

    /** The same as postmortem-service is asked it, but for the tags. */
    Query query(ZoneId zone) {
        return Query.none()
                .with("state", shownState())
                .with("q", q)
                .with("service", service)
                .with("team", team)
                .with("severity", severity)
                .with("owner", owner)
                .with("from", startOf(from, zone, 0).orElse(null))
                .with("to", startOf(to, zone, 1).orElse(null));
    }

    Form form() {
        return Form.blank()
                .with("q", q)
                .with("service", service)
                .with("team", team)
                .with("severity", severity)
                .with("owner", owner)
                .with("from", from)
                .with("to", to);
    }

    /** The same view elsewhere. */
    Address on(String path) {
        return address(path, shownState(), tags());
    }

    /** The same question asked of reports in another state. */
    Address inState(String other) {
        return address("/postmortems", other, tags());
    }

    /** The same view with a tag more, or without it where it is chosen already. */
    Address toggling(String one) {
        var others = new ArrayList<>(tags());
        if (!others.remove(one)) others.add(one);
        return address("/postmortems", shownState(), others);
    }

    private Address address(String path, String inState, List<String> withTags) {
        var address = new Address(path)
                .with("state", inState.equals(USUAL) ? null : inState)
                .with("q", q);
        for (var each : withTags) address = address.with("tag", each);
        return address.with("service", service)
                .with("team", team)
                .with("severity", severity)
                .with("owner", owner)
                .with("from", from)
                .with("to", to);
    }

    private static Optional<Instant> startOf(String date, ZoneId zone, int daysLater) {
        try {
            return given(date)
                    ? Optional.of(LocalDate.parse(date)
                            .plusDays(daysLater)
                            .atStartOfDay(zone)
                            .toInstant())
                    : Optional.empty();
        } catch (DateTimeParseException mistyped) {
            return Optional.empty(); // an address somebody edited: that limit does not narrow
        }
    }

    private static boolean given(String text) {
        return text != null && !text.isBlank();
    }
}
