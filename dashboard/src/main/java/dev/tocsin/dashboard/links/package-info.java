/**
 * The link in a text message: one page, one big button, no sign-in. Opening it changes nothing; pressing acts, once.
 * The token in the address is the only key, bound by oncall-service to one incident and one person.
 */
package dev.tocsin.dashboard.links;
