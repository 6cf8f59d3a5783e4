package dev.tocsin.oncall.escalation;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import dev.tocsin.oncall.Ref;

/** A policy with its targets by name. */
record PolicyView(UUID id, String name, Ref team, int repeats, List<StepView> steps, int version) {

    record StepView(Duration delay, List<TargetView> targets) {}

    record TargetView(Target.Kind kind, UUID id, String name) {}
}
