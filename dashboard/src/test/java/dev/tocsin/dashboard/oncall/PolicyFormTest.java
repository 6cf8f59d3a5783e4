package dev.tocsin.dashboard.oncall;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.tocsin.dashboard.InEnglish;
import dev.tocsin.dashboard.oncall.PoliciesClient.NewTarget;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.RowCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(InEnglish.class)
class PolicyFormTest {
    private static final UUID SCHEDULE = new UUID(0, 1);
    private static final UUID BEN = new UUID(0, 2);

    @Test
    void stepsBecomeTheRequestAndBlankOnesAreLeftOut() {
        var described = posted("30s", "2.5").described();
        assertThat(described.steps()).hasSize(2);
        assertThat(described.steps().getFirst().delay()).isEqualTo(Duration.ofSeconds(30));
        assertThat(described.steps().getFirst().targets())
                .containsExactly(new NewTarget("schedule", SCHEDULE), new NewTarget("person", BEN));
        assertThat(described.steps().get(1).delay()).isEqualTo(Duration.ofSeconds(150));
    }

    @Test
    void aWaitThatIsNoneIsNamedBesideItsStep() {
        var checked = posted("30s", "a while").checked().form();
        assertThat(checked.wrong("steps[1].delay")).isTrue();
        assertThat(checked.wrong("steps[0].delay")).isFalse();
        assertThat(checked.text("steps[1].delay")).isEqualTo("a while");
    }

    @Test
    void aStepMovesWithItsTargetsAndItsWait() {
        var moved = posted("30s", "5m").apply(new RowCommand("up", 1));
        assertThat(moved.form().text("steps[0].delay")).isEqualTo("5m");
        assertThat(moved.form().text("steps[0].targets[0]")).isEqualTo("person:" + BEN);
        assertThat(moved.form().text("steps[1].targets[1]")).isEqualTo("person:" + BEN);
        assertThat(moved.steps().get(1).selects()).isEqualTo(3);
    }

    @Test
    void aPolicyThatPagesNobodyIsRefused() {
        assertThat(PolicyForm.blank().checked().form().wrong("steps[0].targets[0]"))
                .isTrue();
    }

    private static PolicyForm posted(String first, String second) {
        return PolicyForm.posted(Form.posted(Map.of(
                "name", List.of("Payments"),
                "teamId", List.of(new UUID(0, 9).toString()),
                "repeats", List.of("2"),
                "steps[0].targets[0]", List.of("schedule:" + SCHEDULE),
                "steps[0].targets[1]", List.of("person:" + BEN),
                "steps[0].delay", List.of(first),
                "steps[1].targets[0]", List.of("person:" + BEN),
                "steps[1].delay", List.of(second),
                "steps[2].delay", List.of("5m"))));
    }
}
