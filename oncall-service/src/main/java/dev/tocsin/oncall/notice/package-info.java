/** Tells other systems what happens to incidents, signed and until they have it: webhooks, and where postmortems are written. */
package dev.tocsin.oncall.notice;
