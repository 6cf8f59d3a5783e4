/** The doors for signals: whatever a tool says becomes one {@code Signal}, and is durable before it is answered. */
package dev.tocsin.oncall.intake;
