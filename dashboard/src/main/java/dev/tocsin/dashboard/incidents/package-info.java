/**
 * Incidents: the list with its filters and CSV, one incident with its timeline and its one next action, raising one by hand.
 * Reads and acts through oncall-service; decides nothing itself.
 */
package dev.tocsin.dashboard.incidents;
