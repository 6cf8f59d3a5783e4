package dev.tocsin.oncall.schedule;

import java.time.Instant;

/** One stretch of a schedule with the same cover, from {@code start} until just before {@code end}. */
record Shift(Cover cover, Instant start, Instant end) {}
