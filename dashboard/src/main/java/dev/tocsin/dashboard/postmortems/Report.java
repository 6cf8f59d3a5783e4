package dev.tocsin.dashboard.postmortems;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;

import static dev.tocsin.dashboard.web.Language.say;

/**
 * A postmortem as postmortem-service sends it; of each part only what the pages read. Team, owner and due date may be
 * null, as may {@code declineReason} and {@code updatedBy}.
 *
 * @param gate what is still missing, in the order of the form
 * @param lint what could be said better, in the order of the form; blocks nothing
 */
record Report(
        UUID id,
        UUID incidentId,
        long incidentNumber,
        String state,
        String title,
        Ref service,
        Ref team,
        String severity,
        Ref owner,
        Instant dueAt,
        int version,
        Facts facts,
        Impact impact,
        Content content,
        Words words,
        List<Missing> gate,
        Shape shape,
        Round round,
        List<Hit> lint,
        List<Version> publishedVersions,
        String declineReason,
        Instant updatedAt,
        Ref updatedBy) {
    Report {
        shape = shape == null ? Shape.standard() : shape;
        round = round == null ? new Round(List.of(), null, null) : round;
    }

    /** Whether people are at work on it: it may be written and discussed. */
    public boolean isOpen() {
        return List.of("draft", "in-review", "approved").contains(state);
    }

    record Ref(UUID id, String name) {}

    /** Who wrote since it was opened or reopened; who asked for a review and who approved, each null until then. */
    record Round(List<Ref> authors, Mark asked, Mark approved) {
        public boolean isWrittenBy(UUID person) {
            return authors.stream().anyMatch(author -> person.equals(author.id()));
        }

        /** The authors as one text; empty when nobody wrote yet. */
        public String names() {
            return authors.stream().map(Ref::name).collect(Collectors.joining(", "));
        }
    }

    record Mark(Ref by, Instant at) {}

    /**
     * One measured value; null unless its {@code state} is recorded. {@code note} says what is wrong with an invalid one;
     * {@code correction} is null unless a person put the value in place of the measured one.
     */
    record Fact<T>(T value, String state, String source, String note, Corrected<T> correction) {}

    /** What stood there before; {@code was} is null when nothing was recorded. */
    record Corrected<T>(T was, String reason, Ref by, Instant at) {}

    /** A correction as readers see it; of {@code wasAt} and {@code was} one tells what was measured, or neither. */
    record CorrectedFact(String label, Instant wasAt, String was, Ref by, Instant at, String reason) {
        static <T> Stream<CorrectedFact> of(String label, Fact<T> fact) {
            if (fact == null || fact.correction() == null) return Stream.empty();
            var mark = fact.correction();
            var text = switch (mark.was()) {
                case null -> say(FactWords.class).notRecorded();
                case Instant _ -> "";
                case List<?> people -> people.stream().map(CorrectedFact::name).collect(Collectors.joining(", "));
                case Object other -> name(other);
            };
            var at = mark.was() instanceof Instant instant ? instant : null;
            return Stream.of(new CorrectedFact(label, at, text, mark.by(), mark.at(), mark.reason()));
        }

        private static String name(Object value) {
            return switch (value) {
                case Ref person -> person.name();
                case Someone who -> who.name();
                default -> value.toString();
            };
        }
    }

    /** What a check saw around the incident, in equal steps. */
    record Curve(
            String check, String checkId, Instant from, Duration step, List<Integer> failed, List<Integer> probes) {}

    record Facts(
            Fact<Instant> triggeredAt,
            Fact<Instant> acknowledgedAt,
            Fact<Instant> resolvedAt,
            Fact<Duration> duration,
            Fact<Duration> timeToAcknowledge,
            Fact<Duration> timeToResolve,
            Fact<Integer> pages,
            Fact<List<Ref>> peoplePaged,
            Fact<Integer> escalations,
            Fact<Someone> acknowledgedBy,
            Fact<Someone> resolvedBy,
            Fact<String> detectedBy,
            Fact<Curve> probe,
            List<Measured> timeline) {
        /** What people corrected, for readers; durations follow from the times and are not listed. */
        public List<CorrectedFact> corrections() {
            var words = say(FactWords.class);
            return Stream.of(
                            CorrectedFact.of(words.triggered(), triggeredAt),
                            CorrectedFact.of(words.detectedBy(), detectedBy),
                            CorrectedFact.of(words.acknowledged(), acknowledgedAt),
                            CorrectedFact.of(words.resolved(), resolvedAt),
                            CorrectedFact.of(words.pagesSent(), pages),
                            CorrectedFact.of(words.peoplePaged(), peoplePaged),
                            CorrectedFact.of(words.escalations(), escalations),
                            CorrectedFact.of(words.acknowledgedBy(), acknowledgedBy),
                            CorrectedFact.of(words.resolvedBy(), resolvedBy))
                    .flatMap(fact -> fact)
                    .toList();
        }
    }

    /** Who acknowledged or resolved: a person, or the source that reported it well again. */
    record Someone(String name, String channel, String kind) {}

    /** One line of the incident's own history. */
    record Measured(
            long seq,
            Instant at,
            String kind,
            String text,
            String channel,
            boolean hidden,
            Corrected<Instant> correction) {}

    record Impact(Fact<Duration> total, Fact<Duration> undetected) {}

    record Words(
            int total,
            int issueSummary,
            int timeline,
            int rootCauseAndResolution,
            int measures,
            int extras,
            int min,
            int max) {}

    /** One thing missing; {@code field} is a path such as {@code tasks[0].due}. */
    record Missing(String field, String section, String reason) {}

    /** Words that could be said better; they stand from {@code start} to {@code end} in the text of {@code field}. */
    record Hit(String field, int start, int end, String rule, String found, String suggestion) {}

    /** One published version; the note is empty for the first. */
    record Version(int n, Instant at, Ref by, String note) {}

    /** What people typed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Content(
            String title,
            String subtitle,
            String hook,
            String tldr,
            Summary summary,
            List<Entry> timeline,
            boolean noMisleadingPaths,
            String detectedHow,
            String rootCause,
            String resolution,
            String improvements,
            List<Task> tasks,
            List<Long> hiddenSeqs,
            String cover,
            String pullQuote,
            List<String> tags,
            List<Extra> extras) {
        Content {
            extras = extras == null ? List.of() : extras;
        }

        Content withTasks(List<Task> others) {
            return new Content(
                    title,
                    subtitle,
                    hook,
                    tldr,
                    summary,
                    timeline,
                    noMisleadingPaths,
                    detectedHow,
                    rootCause,
                    resolution,
                    improvements,
                    others,
                    hiddenSeqs,
                    cover,
                    pullQuote,
                    tags,
                    extras);
        }
    }

    /** The text of a section that the report's shape adds. */
    record Extra(UUID id, String title, String text) {}

    /** What the report's template asks for besides the fixed sections. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shape(UUID id, String name, Guidance guidance, Aims aims, List<Added> sections) {
        static Shape standard() {
            return new Shape(null, say(FactWords.class).standard(), null, null, null);
        }

        Shape {
            guidance = guidance == null ? new Guidance("", "", "", "") : guidance;
            aims = aims == null ? Aims.USUAL : aims;
            sections = sections == null ? List.of() : sections;
        }

        /** The section of its own that stands at this place, to guide its author; null behind the last. */
        public Added section(int n) {
            return n < sections.size() ? sections.get(n) : null;
        }
    }

    record Guidance(String issueSummary, String timeline, String rootCauseAndResolution, String measures) {
        /** What is said at all, in the order of the sections. */
        public List<String> lines() {
            return Stream.of(issueSummary, timeline, rootCauseAndResolution, measures)
                    .filter(line -> line != null && !line.isBlank())
                    .toList();
        }
    }

    record Aim(int least, int most) {
        /** "90 to 130". */
        public String words() {
            return say(FactWords.class).range(least, most);
        }
    }

    record Aims(Aim issueSummary, Aim timeline, Aim rootCauseAndResolution, Aim measures) {
        static final Aims USUAL = new Aims(new Aim(90, 130), new Aim(120, 180), new Aim(120, 180), new Aim(70, 110));
    }

    /** A section of the company's own. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Added(UUID id, String title, String guidance, Aim aim) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Summary(
            String zone,
            Instant impactStart,
            Instant impactEnd,
            String whatWasAffected,
            String usersExperienced,
            BigDecimal usersAffectedPercent,
            String howCounted,
            String rootCauseInBrief) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            UUID id,
            Instant at,
            String kind,
            String text,
            String role,
            boolean pinned,
            boolean hidden,
            String to,
            String evidence) {
        static Entry blank(Instant at) {
            return new Entry(UUID.randomUUID(), at, "action", "", "", false, false, "", "");
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Task(
            UUID id,
            String title,
            String owner,
            UUID ownerId,
            LocalDate due,
            String doneWhen,
            String link,
            String check) {
        Task ownedBy(UUID person) {
            return new Task(id, title, owner, person, due, doneWhen, link, check);
        }
    }
}
