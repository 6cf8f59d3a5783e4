/**
 * Freshness: one stream of server-sent events for each open page, fed by the sequences of changes of oncall-service and monitor-service.
 * The stream says that something changed, never what: the page then asks for its own fragment.
 */
package dev.tocsin.dashboard.live;
