/**
 * Tells the people on call. A state change is one row that is history and outbox at once, written in one statement
 * with the check's state; the relay sends it as a PagerDuty Events API v2 event until somebody takes it:
 * in order for each check, one attempt at a time, never blocking another check.
 */
package dev.tocsin.monitor.alerting;
