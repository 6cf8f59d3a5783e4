/**
 * Freshness: one stream of server-sent events for each open page, fed by oncall-service's sequence of changes.
 * The stream says that something changed, never what: the page then asks for its own fragment.
 */
package dev.tocsin.dashboard.live;
