package dev.tocsin.postmortem.figures;

/** {@code kept} of {@code of}; of none there is no share, which is not a share of nought. */
public record Share(int kept, int of) {}
