/** Who is writing a report just now, for others to see: a courtesy, not a lock. */
package dev.tocsin.postmortem.lease;
