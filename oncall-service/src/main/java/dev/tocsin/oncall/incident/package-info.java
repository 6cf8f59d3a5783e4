/** Trouble a human must take: triggered, acknowledged, resolved, and the timeline of how that went. */
package dev.tocsin.oncall.incident;
