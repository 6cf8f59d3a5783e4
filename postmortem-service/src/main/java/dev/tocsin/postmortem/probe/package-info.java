/**
 * What the check saw around an incident: asked of monitor-service as soon as there is a report, and once more when the
 * time after the incident has passed.
 */
package dev.tocsin.postmortem.probe;
