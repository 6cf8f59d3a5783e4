package dev.tocsin.oncall.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.tocsin.oncall.incident.Decisions.DecisionView;
import dev.tocsin.oncall.incident.IncidentDetail;
import dev.tocsin.oncall.incident.Pages.PageView;
import dev.tocsin.oncall.simulation.Simulation.Move;

/** Tells what a rehearsed incident did, in the order it happened: its pages, who was left out, and the rest. Pure. */
final class Playbill {
    /** What the carrier and the source say is the stage's doing; the pages themselves tell who is paged. */
    private static final Set<String> STAGE =
            Set.of("triggered", "paged", "page-accepted", "page-sent", "page-delivered");

    private Playbill() {}

    static List<Move> of(IncidentDetail played) {
        var moves = new ArrayList<Move>();
        for (var entry : played.timeline()) {
            if (STAGE.contains(entry.kind())) continue;
            moves.add(new Move(
                    entry.at(), entry.kind(), entry.text(), entry.person(), null, null, null, null, null, null));
        }
        for (var page : played.pages()) {
            if (page.sentAt() != null) moves.add(paged(page, played.why()));
        }
        for (var decision : played.why()) {
            if (!decision.verdict().equals("paged")) moves.add(leftOut(decision));
        }
        moves.sort(Comparator.comparing(Move::at));
        return List.copyOf(moves);
    }

    private static Move paged(PageView page, List<DecisionView> why) {
        var decision = why.stream()
                .filter(d -> d.verdict().equals("paged") && Objects.equals(d.person(), page.person()))
                .filter(d -> d.cycle() == page.cycle() && d.step() == page.step())
                .findFirst();
        return new Move(
                page.sentAt(),
                "paged",
                "%s is paged".formatted(page.person().name()),
                page.person(),
                page.method(),
                page.address(),
                page.step(),
                page.cycle(),
                decision.map(DecisionView::text).orElse(null),
                decision.map(DecisionView::link).orElse(null));
    }

    private static Move leftOut(DecisionView decision) {
        return new Move(
                decision.at(),
                decision.verdict(),
                decision.text(),
                decision.person(),
                null,
                null,
                decision.step(),
                decision.cycle(),
                null,
                decision.link());
    }
}
