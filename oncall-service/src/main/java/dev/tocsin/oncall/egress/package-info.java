/**
 * Where we may connect when somebody else chose the address: the policy, and a client that connects to exactly the
 * address that was vetted. A name is resolved once, so a name that changes its mind meanwhile gains nothing.
 */
package dev.tocsin.oncall.egress;
