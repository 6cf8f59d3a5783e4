package dev.tocsin.dashboard.web;

import java.util.List;

/**
 * One page of a list as the services send it.
 *
 * @param next opaque cursor of the following page, null on the last
 */
public record Items<T>(List<T> items, String next) {}
