/**
 * Figures that others expose: read from a page in the Prometheus text format or OpenMetrics, or asked of a Prometheus
 * server, put into an expression, and judged.
 */
package dev.tocsin.monitor.metric;
