package dev.tocsin.oncall.incident;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.tocsin.oncall.escalation.Responders.Reach;
import dev.tocsin.oncall.escalation.Target;
import dev.tocsin.oncall.incident.Decisions.Decision;
import dev.tocsin.oncall.incident.Decisions.Reason;
import dev.tocsin.oncall.incident.Decisions.Verdict;
import dev.tocsin.oncall.people.Directory.Fault;
import dev.tocsin.oncall.schedule.OnCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        var why = why(Map.of(), onCall(NIGHTS, "Nights", ADA, OnCall.Because.LAYER));

        assertThat(why.getFirst().verdict()).isEqualTo(Verdict.PAGED);
        assertThat(why.getFirst().reason()).isEqualTo(Reason.ON_CALL);
        assertThat(why.getFirst().schedule()).contains(NIGHTS);
        assertThat(why.getFirst().text())
                .isEqualTo("Ada was paged because step 1 of Shop pages the schedule Nights, where Ada is on call"
                        + " by the layer rotation");
    }

    @Test
    void anOverrideIsNamedAsOne() {
        var why = why(Map.of(), onCall(NIGHTS, "Nights", BEN, OnCall.Because.OVERRIDE));

        assertThat(why.getFirst().reason()).isEqualTo(Reason.OVERRIDE);
        assertThat(why.getFirst().text())
                .endsWith("where Ben is on call by an override in place of Ada until 09:00 CET");
        assertThat(why.getFirst().link()).contains("/schedules/" + NIGHTS);
    }

    @ParameterizedTest
    @CsvSource({
        "UNVERIFIED, UNVERIFIED, has no verified contact method",
        "OPTED_OUT, OPTED_OUT, texted STOP",
        "NO_METHOD, NO_METHOD, has no contact method",
        "SWITCHED_OFF, NO_METHOD, has every contact method switched off"
    })
    void whoCannotBeReachedIsNotPagedForACauseAndTheLinkLeadsToThem(Fault fault, Reason reason, String cause) {
        var why = why(Map.of(ADA, fault), named(ADA));

        assertThat(why.getFirst().verdict()).isEqualTo(Verdict.NOT_PAGED);
        assertThat(why.getFirst().reason()).isEqualTo(reason);
        assertThat(why.getFirst().text())
                .isEqualTo("Ada was not paged although step 1 of Shop names Ada: Ada " + cause);
        assertThat(why.getFirst().link()).contains("/people/" + ADA);
    }

    @Test
    void onlyThoseWhoCanBeReachedAreThePeopleOfTheStep() {
        var turnout = new Turnout(
                "Shop", 1, List.of(named(ADA), named(BEN)), Map.of(), Map.of(ADA, Fault.OPTED_OUT), Map.of());

        assertThat(turnout.people()).containsExactly(BEN);
    }

    @Test
    void aSecondScheduleOfTheSamePersonIsKeptForItsNextHandoff() {
        var why = why(
                Map.of(),
                onCall(NIGHTS, "Nights", ADA, OnCall.Because.LAYER),
                onCall(DAYS, "Days", ADA, OnCall.Because.LAYER));

        assertThat(why).extracting(Decision::schedule).containsExactly(Optional.of(NIGHTS), Optional.of(DAYS));
    }

    @Test
    void aPersonNamedTwiceIsOneDecision() {
        assertThat(why(Map.of(), named(ADA), named(ADA))).hasSize(1);
    }

    @Test
    void anEmptyScheduleIsSaid() {
        var nobody = new Reach(new Target(Target.Kind.SCHEDULE, NIGHTS), "Nights", Optional.empty(), Optional.empty());

        var why = why(Map.of(), nobody);

        assertThat(why.getFirst().reason()).isEqualTo(Reason.NOBODY);
        assertThat(why.getFirst().person()).isEmpty();
        assertThat(why.getFirst().text()).isEqualTo("Step 1 of Shop reached nobody: nobody is on call for Nights");
    }

    private static List<Decision> why(Map<UUID, Fault> faults, Reach... reaches) {
        var names = Map.of(ADA, "Ada", BEN, "Ben");
        var overrides = Map.of(NIGHTS, " by an override in place of Ada until 09:00 CET");
        return new Turnout("Shop", 1, List.of(reaches), names, faults, overrides).why(INCIDENT, 1);
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
