package dev.tocsin.oncall.incident;

/** Fired when a transaction wrote a page or a step that may be due: whoever works on those wakes after the commit. */
public record SomethingDue() {}
