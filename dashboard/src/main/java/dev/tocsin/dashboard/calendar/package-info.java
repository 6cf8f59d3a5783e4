/**
 * Shifts in people's own calendars: making and revoking the secret addresses, and handing through what they hold.
 */
package dev.tocsin.dashboard.calendar;
