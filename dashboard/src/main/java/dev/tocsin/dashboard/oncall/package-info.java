/**
 * Who is on call and what a service's trouble reaches: schedules, overrides, escalation policies, services and their keys.
 * Asks oncall-service, which owns all of it.
 */
package dev.tocsin.dashboard.oncall;
