package dev.tocsin.oncall.escalation;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** A policy as its team agrees on it; {@code version} is the one that was read, needed to change it. */
record PolicyRequest(
        @NotBlank @Size(max = 100) String name,
        @NotNull UUID teamId,
        @Min(0) @Max(9) int repeats,
        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid StepRequest> steps,
        Integer version) {

    /** {@code delay} is the wait before the next step. */
    record StepRequest(
            @NotNull @DurationMin(seconds = 1) @DurationMax(days = 1)
            Duration delay,

            @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid TargetRequest> targets) {}

    record TargetRequest(@NotNull Target.Kind kind, @NotNull UUID id) {}

    List<PolicyStep> policySteps() {
        return steps.stream()
                .map(step -> new PolicyStep(
                        step.delay(),
                        step.targets().stream()
                                .map(target -> new Target(target.kind(), target.id()))
                                .distinct()
                                .toList()))
                .toList();
    }
}
