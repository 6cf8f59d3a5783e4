package dev.tocsin.dashboard.oncall;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.tocsin.dashboard.oncall.PoliciesClient.Described;
import dev.tocsin.dashboard.oncall.PoliciesClient.NewStep;
import dev.tocsin.dashboard.oncall.PoliciesClient.NewTarget;
import dev.tocsin.dashboard.oncall.PoliciesClient.Policy;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Lengths;
import dev.tocsin.dashboard.web.RowCommand;

import static dev.tocsin.dashboard.web.Language.say;

/** A policy as its form holds it: steps in ordered rows, each with its targets and its wait. Pure. */
record PolicyForm(Form form, List<Row> steps) {
    private static final String TARGET = "steps[%d].targets[%d]";
    private static final String DELAY = "steps[%d].delay";
    private static final Row BLANK = new Row(List.of(), "5m");

    /**
     * One step as typed.
     *
     * @param targets chosen ones as {@code kind:id}, blanks left out
     */
    record Row(List<String> targets, String delay) {
        boolean isBlank() {
            return targets.isEmpty();
        }

        /** How many selects its targets need: one more than are chosen, and at least two. */
        public int selects() {
            return Math.max(2, targets.size() + 1);
        }
    }

    /** A new policy: two steps five minutes apart, gone through three times. */
    static PolicyForm blank() {
        return new PolicyForm(Form.blank().with("repeats", 2), List.of()).withSteps(List.of(BLANK, BLANK));
    }

    static PolicyForm of(Policy policy) {
        var form = Form.blank()
                .with("name", policy.name())
                .with("teamId", policy.team().id())
                .with("repeats", policy.repeats())
                .with("version", policy.version());
        return new PolicyForm(form, List.of())
                .withSteps(policy.steps().stream()
                        .map(step -> new Row(
                                step.targets().stream()
                                        .map(target -> target.kind() + ":" + target.id())
                                        .toList(),
                                Lengths.typed(step.delay())))
                        .toList());
    }

    static PolicyForm posted(Form form) {
        var steps = new ArrayList<Row>();
        while (!form.all(DELAY.formatted(steps.size())).isEmpty()) {
            var n = steps.size();
            var targets = new ArrayList<String>();
            for (var i = 0; !form.all(TARGET.formatted(n, i)).isEmpty(); i++)
                form.given(TARGET.formatted(n, i)).ifPresent(targets::add);
            steps.add(new Row(List.copyOf(targets), form.text(DELAY.formatted(n))));
        }
        return new PolicyForm(form, List.copyOf(steps));
    }

    PolicyForm with(Form other) {
        return new PolicyForm(other, steps);
    }

    PolicyForm apply(RowCommand command) {
        return withSteps(command.applyTo(steps, BLANK));
    }

    PolicyForm checked() {
        var words = say(PolicyWords.class);
        var checked = form;
        if (form.given("name").isEmpty()) checked = checked.refuse("name", words.giveThePolicyAName());
        if (form.id("teamId").isEmpty()) checked = checked.refuse("teamId", words.chooseTheTeamItBelongsTo());
        if (form.number("repeats").filter(n -> n >= 0 && n <= 9).isEmpty())
            checked = checked.refuse("repeats", words.aWholeNumberFrom0To());
        if (steps.stream().allMatch(Row::isBlank))
            checked = checked.refuse(TARGET.formatted(0, 0), words.chooseWhomTheFirstStepPages());
        for (var n = 0; n < steps.size(); n++) {
            if (!steps.get(n).isBlank() && wait(steps.get(n)).isEmpty())
                checked = checked.refuse(DELAY.formatted(n), words.sayHowLongToWaitSuch());
        }
        return with(checked);
    }

    /** The request this form makes; steps that page nobody are left out. Only of a form that is not refused. */
    Described described() {
        return new Described(
                form.text("name").strip(),
                form.id("teamId").orElse(null),
                form.number("repeats").orElse(0),
                steps.stream()
                        .filter(step -> !step.isBlank())
                        .map(step -> new NewStep(
                                wait(step).orElse(Duration.ZERO),
                                step.targets().stream()
                                        .flatMap(text -> target(text).stream())
                                        .toList()))
                        .toList(),
                form.number("version").orElse(null));
    }

    private static Optional<Duration> wait(Row step) {
        return Lengths.parse(step.delay(), "m");
    }

    private static Optional<NewTarget> target(String text) {
        var parts = text.split(":", 2);
        return parts.length == 2 && parts[1].matches("[0-9a-fA-F-]{36}")
                ? Optional.of(new NewTarget(parts[0], UUID.fromString(parts[1])))
                : Optional.empty();
    }

    private PolicyForm withSteps(List<Row> rows) {
        var filled = form;
        for (var n = 0; n < rows.size(); n++) {
            filled = filled.with(DELAY.formatted(n), rows.get(n).delay());
            for (var i = 0; i < rows.get(n).selects(); i++) {
                var targets = rows.get(n).targets();
                filled = filled.with(TARGET.formatted(n, i), i < targets.size() ? targets.get(i) : null);
            }
        }
        return new PolicyForm(filled, rows);
    }
}
