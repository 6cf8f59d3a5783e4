/** A carrier and its phones: speaks the REST API and the signed webhooks of Twilio. */
package dev.tocsin.phones;
