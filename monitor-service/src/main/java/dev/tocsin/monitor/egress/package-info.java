/**
 * Where we may connect: the address policy, and connecting to exactly the address that was vetted.
 * A name is resolved once and never again, so a name that changes its mind between test and connect gains nothing.
 */
package dev.tocsin.monitor.egress;
