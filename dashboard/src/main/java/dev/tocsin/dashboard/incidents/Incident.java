package dev.tocsin.dashboard.incidents;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.dashboard.web.Ref;

import static dev.tocsin.dashboard.web.Language.say;

/**
 * One incident with everything its page shows.
 *
 * @param row the same fields as in lists
 * @param details whatever the source sent along
 * @param currentStep the escalation step reached, from 1
 * @param checkId of the check that raised it, null when none did
 */
record Incident(
        @JsonUnwrapped IncidentRow row,
        JsonNode details,
        String client,
        String clientUrl,
        List<Link> links,
        String runbookUrl,
        Ref policy,
        int currentStep,
        int cycle,
        Duration timeToAcknowledge,
        Duration timeToResolve,
        List<Entry> timeline,
        List<Page> pages,
        List<Why> why,
        List<Ahead> ahead,
        String checkId) {
    Incident {
        links = links == null ? List.of() : List.copyOf(links);
        timeline = timeline == null ? List.of() : timeline.reversed();
        pages = pages == null ? List.of() : List.copyOf(pages);
        why = why == null ? List.of() : List.copyOf(why);
        ahead = ahead == null ? List.of() : List.copyOf(ahead);
    }

    /** The check that raised it, when one of ours did. */
    Optional<UUID> check() {
        try {
            return Optional.ofNullable(checkId).map(UUID::fromString);
        } catch (IllegalArgumentException foreign) {
            return Optional.empty(); // another tool's word for its own check
        }
    }

    /** Its pages are known from the timeline alone: history brought in from another tool has no proofs of delivery. */
    public boolean pagedElsewhere() {
        return pages.isEmpty()
                && timeline.stream().anyMatch(entry -> entry.kind().equals("paged"));
    }

    /** A link the source sent; shown as one only when it leads to the web. */
    record Link(String href, String text) {
        public String label() {
            return text == null || text.isBlank() ? href : text;
        }
    }

    /** One thing that happened. */
    record Entry(long seq, Instant at, String kind, String text, Ref person, String channel) {
        public EntryLook look() {
            return EntryLook.of(kind);
        }
    }

    /** One page sent to one person, with the proof of what became of it. */
    record Page(
            UUID id,
            Ref person,
            int step,
            int cycle,
            String method,
            String address,
            String state,
            Instant dueAt,
            Instant sentAt,
            Instant deliveredAt,
            Instant heldSince,
            Long bundledWith,
            List<Attempt> attempts) {
        Page {
            attempts = attempts == null ? List.of() : List.copyOf(attempts);
        }

        /** "by SMS", "by call". */
        public String way() {
            return switch (method) {
                case "sms" -> "SMS";
                case "voice" -> say(IncidentWords.class).call();
                case "email" -> "e-mail";
                default -> method;
            };
        }

        public PageLook look() {
            return heldSince != null ? PageLook.HELD : PageLook.of(state);
        }
    }

    record Attempt(
            int n,
            Instant at,
            String outcome,
            String providerId,
            String status,
            String errorCode,
            String error,
            List<Report> reports) {
        Attempt {
            reports = reports == null ? List.of() : List.copyOf(reports);
        }
    }

    /** What the carrier told of a try, as it came in. */
    record Report(Instant at, String status, String errorCode) {}

    /** Why somebody was paged, or was not; {@code link} leads to what that rests on and may be null. */
    record Why(Instant at, int step, Ref person, String verdict, String reason, String text, String link) {
        public boolean isPaged() {
            return "paged".equals(verdict);
        }

        public String href() {
            return link != null && link.startsWith("/") && !link.startsWith("//") ? link : null;
        }
    }

    /** A step that will be taken if nobody answers. */
    record Ahead(Instant at, int step, List<Ref> people) {
        public String names() {
            return people == null || people.isEmpty()
                    ? say(IncidentWords.class).nobodyOnCall()
                    : String.join(", ", people.stream().map(Ref::name).toList());
        }
    }

    /** The details as people read them, or nothing. */
    public String prettyDetails() {
        return details == null || details.isNull() || details.isEmpty() ? "" : details.toPrettyString();
    }
}
