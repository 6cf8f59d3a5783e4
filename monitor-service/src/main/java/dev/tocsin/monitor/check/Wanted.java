package dev.tocsin.monitor.check;

import dev.tocsin.monitor.condition.Conditions;
import dev.tocsin.monitor.probe.Target;

/** What a check asks: of whom, and what must hold of the answer. */
record Wanted(Target target, Conditions conditions) {}
