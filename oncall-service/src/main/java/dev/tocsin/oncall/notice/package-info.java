/** Tells other systems, signed and until they have it: a closed incident goes to where postmortems are written. */
package dev.tocsin.oncall.notice;
