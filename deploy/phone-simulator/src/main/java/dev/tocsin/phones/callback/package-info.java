/** What the carrier tells the application: signed webhooks, their retries, and the TwiML that comes back. */
package dev.tocsin.phones.callback;
