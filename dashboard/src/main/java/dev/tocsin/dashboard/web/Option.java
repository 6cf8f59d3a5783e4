package dev.tocsin.dashboard.web;

/** One choice of a select. */
public record Option(String value, String label) {}
