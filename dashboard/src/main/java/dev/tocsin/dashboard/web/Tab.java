package dev.tocsin.dashboard.web;

/**
 * One tab of a page; tabs are links, so that each view has an address.
 *
 * @param count shown when positive
 */
public record Tab(String label, String href, boolean current, int count) {}
