package dev.tocsin.postmortem.draft;

import java.time.Instant;

import dev.tocsin.postmortem.facts.Ref;

/** One version readers were given; {@code note} says what a correction corrects and is empty for the first. */
public record PublishedVersion(int n, Instant at, Ref by, String note) {}
