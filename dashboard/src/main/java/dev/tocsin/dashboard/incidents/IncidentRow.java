package dev.tocsin.dashboard.incidents;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.tocsin.dashboard.web.Ref;

import static dev.tocsin.dashboard.web.Language.say;

/** One incident as lists show it. Instants that have not happened are null. */
public record IncidentRow(
        UUID id,
        int number,
        String title,
        String state,
        String severity,
        Ref service,
        Ref team,
        Instant triggeredAt,
        Instant acknowledgedAt,
        By acknowledgedBy,
        Instant resolvedAt,
        Resolver resolvedBy,
        int signals,
        List<Ref> assignees,
        Instant nextStepAt,
        Instant snoozedUntil,
        Instant maintenanceUntil) {
    public IncidentRow {
        assignees = assignees == null ? List.of() : List.copyOf(assignees);
    }

    /** Who acknowledged, and from where: sms, link, web. */
    public record By(UUID id, String name, String channel) {
        /** "Ada by SMS". */
        public String spoken() {
            var words = say(IncidentWords.class);
            return switch (channel == null ? "" : channel) {
                case "sms" -> words.bySms(name);
                case "link" -> words.bySmsLink(name);
                case "web", "dashboard" -> words.onTheDashboard(name);
                case "voice" -> words.byPhone(name);
                case "api" -> words.byApi(name);
                default -> name;
            };
        }
    }

    /** @param kind person, source or timeout */
    public record Resolver(UUID id, String name, String kind) {
        public String spoken() {
            if ("timeout".equals(kind)) return say(IncidentWords.class).itselfBecauseNobodySaidMore();
            return "source".equals(kind) && name == null
                    ? say(IncidentWords.class).itsSource()
                    : name;
        }
    }

    public boolean isOpen() {
        return !state.equals("resolved");
    }

    public boolean isTriggered() {
        return state.equals("triggered");
    }

    /** Whether this person was asked, or has taken it. */
    public boolean concerns(UUID person) {
        return assignees.stream().anyMatch(assignee -> assignee.id().equals(person))
                || (acknowledgedBy != null && person.equals(acknowledgedBy.id()));
    }

    /** "Ada Lovelace, Ben Okafor". */
    public String paged() {
        return String.join(", ", assignees.stream().map(Ref::name).toList());
    }

    public Optional<Duration> timeToAcknowledge() {
        return Optional.ofNullable(acknowledgedAt).map(at -> Duration.between(triggeredAt, at));
    }

    public Optional<Duration> timeToResolve() {
        return Optional.ofNullable(resolvedAt).map(at -> Duration.between(triggeredAt, at));
    }

    /** Changes exactly when the row should be drawn anew on an open page. */
    public String version() {
        return "%s-%d-%d-%s".formatted(state, signals, assignees.hashCode(), nextStepAt);
    }
}
