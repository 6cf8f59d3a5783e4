package dev.tocsin.oncall.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Ref;
import dev.tocsin.oncall.people.Directory;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/**
 * Why each person was paged for an incident, or was not. Whoever decides writes it down in the same transaction, as a
 * sentence and with what it rests on, so that the question can be answered afterwards without guessing.
 */
@ApplicationScoped
public class Decisions {
    /** A repeating policy over a quiet weekend must not make an incident unreadable. */
    private static final int MOST_SHOWN = 500;

    /** What was decided. Held: told later, together with others. */
    public enum Verdict {
        PAGED,
        NOT_PAGED,
        HELD;

        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The rule that decided. */
    public enum Reason {
        ON_CALL,
        OVERRIDE,
        TEMPORARY,
        TEAM,
        PERSON,
        ADDED,
        REASSIGNED,
        CAME_ON_SHIFT,
        OFF_SHIFT,
        LAST_RESORT,
        NO_METHOD,
        UNVERIFIED,
        OPTED_OUT,
        LIMIT,
        BUNDLED,
        MAINTENANCE,
        ALREADY_ACKNOWLEDGED,
        NOBODY;

        /** Why somebody was not paged whom nothing reaches. */
        static Reason of(Directory.Fault fault) {
            return switch (fault) {
                case UNVERIFIED -> UNVERIFIED;
                case OPTED_OUT -> OPTED_OUT;
                case NO_METHOD, SWITCHED_OFF, DISABLED -> NO_METHOD;
            };
        }

        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One decision to write down. {@code person} is empty where there was nobody; {@code schedule} is set when the
     * person was reached because of it; {@code link} leads to what it rests on, as a path of the dashboard.
     */
    public record Decision(
            UUID incidentId,
            int cycle,
            int step,
            Optional<Ref> person,
            Optional<UUID> schedule,
            Verdict verdict,
            Reason reason,
            String text,
            Optional<String> link) {}

    /** A decision as shown. */
    public record DecisionView(
            Instant at, int cycle, int step, Ref person, String verdict, String reason, String text, String link) {
        static DecisionView of(PagingDecision d) {
            return new DecisionView(
                    d.at,
                    d.cycle,
                    d.step,
                    d.personId == null ? null : new Ref(d.personId, d.person),
                    d.verdict.wire(),
                    d.reason.wire(),
                    d.text,
                    d.link);
        }
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<PagingDecision, UUID> {
        List<PagingDecision> of(UUID incidentId) {
            return find("incidentId = ?1 order by cycle desc, seq desc", incidentId)
                    .range(0, MOST_SHOWN - 1)
                    .list()
                    .reversed();
        }
    }

    private final Rows rows;
    private final Clock clock;

    Decisions(Rows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Writes a decision down, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Decision decision) {
        rows.persist(PagingDecision.of(decision, clock.instant()));
    }

    /** Why somebody was paged in a step; empty for pages that were written before reasons were. */
    List<PagingDecision> paged(UUID incidentId, int cycle, int step, UUID personId) {
        return rows.list(
                "incidentId = ?1 and cycle = ?2 and step = ?3 and personId = ?4 and verdict = ?5",
                incidentId,
                cycle,
                step,
                personId,
                Verdict.PAGED);
    }

    /** The last step of a pass that reached this schedule. */
    int stepOf(UUID incidentId, int cycle, UUID scheduleId) {
        return rows.find(
                        "incidentId = ?1 and cycle = ?2 and scheduleId = ?3 order by seq desc",
                        incidentId,
                        cycle,
                        scheduleId)
                .firstResultOptional()
                .map(row -> row.step)
                .orElse(0);
    }

    /** The newest decisions of an incident, in the order they were made. */
    @Transactional
    public List<DecisionView> of(UUID incidentId) {
        return rows.of(incidentId).stream().map(DecisionView::of).toList();
    }
}
