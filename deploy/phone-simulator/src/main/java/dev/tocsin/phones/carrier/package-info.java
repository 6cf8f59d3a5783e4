/** The door the application sends texts through: the REST API as Twilio documents it, and what then becomes of a text. */
package dev.tocsin.phones.carrier;
