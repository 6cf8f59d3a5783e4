/**
 * Measured, never typed: an incident document in, facts with their provenance out. Pure: no framework, no database, no
 * clock.
 */
package dev.tocsin.postmortem.facts;
