/** Shifts in people's own calendars: secret addresses that a calendar program reads, as RFC 5545 wants them. */
package dev.tocsin.oncall.calendar;
