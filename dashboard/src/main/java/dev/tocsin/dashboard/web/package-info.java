/**
 * What every page shares: who looks, the shell around the page, forms that keep their text, flashes, calls to services.
 * A room composes its pages from these and from the tags in {@code templates/tags}; see the README, "how to add a page".
 */
package dev.tocsin.dashboard.web;
