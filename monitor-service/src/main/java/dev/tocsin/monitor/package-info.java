/** Is it up? Probes what teams run and tells oncall-service what changed. */
package dev.tocsin.monitor;
