/**
 * When no alert leaves, although probing, history and recovery go on: once or by an RRULE, in a zone.
 * Knows checks by their ids only, so that every other room may ask it.
 */
package dev.tocsin.monitor.maintenance;
