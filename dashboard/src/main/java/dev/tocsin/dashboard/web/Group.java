package dev.tocsin.dashboard.web;

import java.util.List;

/** Choices of a select that belong together under one heading. */
public record Group(String label, List<Option> options) {}
