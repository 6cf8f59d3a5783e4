package dev.tocsin.oncall.incident;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import dev.tocsin.oncall.escalation.Responders.Reach;
import dev.tocsin.oncall.escalation.Target;
import dev.tocsin.oncall.incident.Decisions.Decision;
import dev.tocsin.oncall.incident.Decisions.Reason;
import dev.tocsin.oncall.incident.Decisions.Verdict;
import dev.tocsin.oncall.schedule.OnCall;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who turns out for a step, and why. */
class TurnoutTest {
    private static final UUID ADA = UUID.fromString("a0000000-0000-0000-0000-000000000001");
    private static final UUID BEN = UUID.fromString("b0000000-0000-0000-0000-000000000002");
    private static final UUID NIGHTS = UUID.fromString("00000000-0000-0000-0000-000000000011");
    private static final UUID DAYS = UUID.fromString("00000000-0000-0000-0000-000000000012");
    private static final UUID INCIDENT = UUID.fromString("00000000-0000-0000-0000-000000000099");

    @Test
    void whoeverIsOnCallIsPagedBecauseOfTheLayer() {
        var why = why(Set.of(ADA), onCall(NIGHTS, "Nights", ADA, OnCall.Because.LAYER));

        assertThat(why.getFirst().verdict()).isEqualTo(Verdict.PAGED);
        assertThat(why.getFirst().reason()).isEqualTo(Reason.ON_CALL);
        assertThat(why.getFirst().schedule()).contains(NIGHTS);
        assertThat(why.getFirst().text())
                .isEqualTo("Ada was paged because step 1 of Shop pages the schedule Nights, where Ada is on call"
                        + " by the layer rotation");
    }

    @Test
    void anOverrideIsNamedAsOne() {
        var why = why(Set.of(BEN), onCall(NIGHTS, "Nights", BEN, OnCall.Because.OVERRIDE));

        assertThat(why.getFirst().reason()).isEqualTo(Reason.OVERRIDE);
        assertThat(why.getFirst().text()).endsWith("where Ben is on call by an override");
    }

    @Test
    void whoCannotBeReachedIsNotPagedAndTheLinkLeadsToThem() {
        var why = why(Set.of(), named(ADA));

        assertThat(why.getFirst().verdict()).isEqualTo(Verdict.NOT_PAGED);
        assertThat(why.getFirst().reason()).isEqualTo(Reason.NO_METHOD);
        assertThat(why.getFirst().link()).contains("/people/" + ADA);
    }

    @Test
    void aSecondScheduleOfTheSamePersonIsKeptForItsNextHandoff() {
        var why = why(
                Set.of(ADA),
                onCall(NIGHTS, "Nights", ADA, OnCall.Because.LAYER),
                onCall(DAYS, "Days", ADA, OnCall.Because.LAYER));

        assertThat(why).extracting(Decision::schedule).containsExactly(Optional.of(NIGHTS), Optional.of(DAYS));
    }

    @Test
    void aPersonNamedTwiceIsOneDecision() {
        assertThat(why(Set.of(ADA), named(ADA), named(ADA))).hasSize(1);
    }

    @Test
    void anEmptyScheduleIsSaid() {
        var nobody = new Reach(new Target(Target.Kind.SCHEDULE, NIGHTS), "Nights", Optional.empty(), Optional.empty());

        var why = why(Set.of(), nobody);

        assertThat(why.getFirst().reason()).isEqualTo(Reason.NOBODY);
        assertThat(why.getFirst().person()).isEmpty();
        assertThat(why.getFirst().text()).isEqualTo("Step 1 of Shop reached nobody: nobody is on call for Nights");
    }

    private static List<Decision> why(Set<UUID> reachable, Reach... reaches) {
        return new Turnout("Shop", 1, List.of(reaches), Map.of(ADA, "Ada", BEN, "Ben")).why(INCIDENT, 1, reachable);
    }

    private static Reach named(UUID person) {
        return new Reach(new Target(Target.Kind.PERSON, person), "Ada", Optional.of(person), Optional.empty());
    }

    private static Reach onCall(UUID schedule, String name, UUID person, OnCall.Because because) {
        return new Reach(
                new Target(Target.Kind.SCHEDULE, schedule),
                name,
                Optional.of(person),
                Optional.of(new OnCall.OnDuty(person, because, "rotation", schedule)));
    }
}
