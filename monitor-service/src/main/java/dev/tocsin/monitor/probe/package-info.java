/**
 * One prober a kind: the only room that touches what is watched.
 * To add a kind: a {@link dev.tocsin.monitor.probe.Target}, a prober, one line in {@link dev.tocsin.monitor.probe.Probes}.
 */
package dev.tocsin.monitor.probe;
