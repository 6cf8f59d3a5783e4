/**
 * Jobs that call us: each call is kept, and whether one is missing is decided from the stored instants alone, so that
 * neither a look of ours nor a restart is ever taken for a beat.
 */
package dev.tocsin.monitor.heartbeat;
