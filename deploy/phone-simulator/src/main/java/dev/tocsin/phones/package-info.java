/** A carrier and its phones: speaks the REST API and the signed webhooks of Twilio, and shows the phones on a page. */
package dev.tocsin.phones;
