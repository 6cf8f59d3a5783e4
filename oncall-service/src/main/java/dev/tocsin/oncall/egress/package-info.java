/**
 * Where people's webhooks may lead: a name is resolved once, every address vetted, and exactly that one connected to.
 * A name that changes its mind between test and connect gains nothing.
 */
package dev.tocsin.oncall.egress;
