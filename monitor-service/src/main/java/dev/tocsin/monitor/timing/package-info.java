/**
 * How long things take and may take, on the monotonic clock only.
 * No framework, no wall clock: an NTP step must not fake half a second of latency.
 */
package dev.tocsin.monitor.timing;
